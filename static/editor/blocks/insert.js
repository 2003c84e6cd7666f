// A block put in from the menu, and the cursor in its first field: as soon as the chain has run,
// for what is typed on at once.
export function insertAndEnter(chain, editor, content, field = "input") {
  queueMicrotask(() => {
    const { doc, selection } = editor.state;
    const far = (at) => Math.abs(at - selection.from);
    const places = [];
    doc.descendants((node, at) => {
      if (node.type.name === content.type) places.push(at);
      return !node.isTextblock;
    });
    const [nearest] = places.sort((one, other) => far(one) - far(other));
    editor.view.nodeDOM(nearest)?.querySelector(field)?.focus();
  });
  return chain.insertContent(content);
}
