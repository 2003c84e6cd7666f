// Where things stand among the blocks: the nodes at the top of the document, counted from 0.

// { node, pos, index, dom } of the block with this index, or null.
export function blockAt(editor, index) {
  const { doc } = editor.state;
  const node = doc.maybeChild(index);
  if (!node) return null;
  const pos = doc.resolve(0).posAtIndex(index);
  return { node, pos, index, dom: editor.view.nodeDOM(pos) };
}

// The block that an element inside the text belongs to, or null.
export function blockWith(editor, element) {
  const root = editor.view.dom;
  let top = element;
  while (top && top.parentNode !== root) top = top.parentNode;
  if (!top) return null;
  const pos = editor.view.posAtDOM(top, 0);
  return pos < 0 ? null : blockAt(editor, editor.state.doc.resolve(pos).index(0));
}

// The field or button inside the text that has the focus, or null when the text itself has it.
export function focusedControl(editor) {
  const active = document.activeElement;
  return active !== editor.view.dom && editor.view.dom.contains(active) ? active : null;
}

// The block with the cursor, or with the field that has the focus.
export function currentBlock(editor) {
  const control = focusedControl(editor);
  if (control) return blockWith(editor, control);
  const { $from } = editor.state.selection;
  return blockAt(editor, Math.min($from.index(0), editor.state.doc.childCount - 1));
}
