// Ways to a block: links to #block-4, and errors of the server that name "Block 4".
import { blockAt } from "./places.js";
import {
  Decoration,
  DecorationSet,
  Extension,
  Plugin,
  PluginKey,
  Selection,
} from "./vendor/tiptap.js";

const flags = new PluginKey("flags");
const HERE = { class: "jumped-to" };
const FAULTY = { class: "faulty" };

// Marks on blocks: where a link has led, until the cursor goes on; what is to mend, until it is
// changed as a whole.
export const Flags = Extension.create({
  name: "flags",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: flags,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, set) {
          const added = tr.getMeta(flags);
          let next = set.map(tr.mapping, tr.doc);
          if (added || tr.selectionSet)
            next = next.remove(next.find(0, Infinity, (spec) => spec.here));
          return added ? next.add(tr.doc, added) : next;
        },
      },
      props: { decorations: (state) => flags.getState(state) },
    }),
  ],
});

// number: from 1, as readers of the error count.
function goToBlock(editor, number) {
  const block = blockAt(editor, number - 1);
  if (!block) return false;
  const { pos, node, dom } = block;
  const { tr, doc } = editor.state;
  tr.setSelection(Selection.near(doc.resolve(pos + (node.isLeaf ? 0 : 1))));
  tr.setMeta(flags, [Decoration.node(pos, pos + node.nodeSize, HERE, { here: true })]);
  editor.view.dispatch(tr);
  editor.view.focus();
  dom.scrollIntoView?.({ block: "start" });
  return true;
}

export function enableJumps(editor, form) {
  const follow = (hash) => {
    const number = /^#block-(\d{1,5})$/.exec(hash ?? "")?.[1];
    return Boolean(number) && goToBlock(editor, Number(number));
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#block-']");
    if (link && !editor.view.dom.contains(link) && follow(link.hash)) event.preventDefault();
  });
  addEventListener("hashchange", () => follow(location.hash));
  flagErrors(editor, form);
  follow(location.hash);
}

// What a refused save says of a block leads to it, and the block is marked.
function flagErrors(editor, form) {
  const found = [];
  for (const item of form.querySelectorAll(".to-mend li, .source .errorlist li")) {
    const number = /\bBlock (\d{1,5})\b/.exec(item.textContent)?.[1];
    const block = number && blockAt(editor, Number(number) - 1);
    if (!block) continue;
    const link = item.querySelector("a");
    if (link) link.href = `#block-${number}`;
    found.push(Decoration.node(block.pos, block.pos + block.node.nodeSize, FAULTY));
  }
  if (found.length) editor.view.dispatch(editor.state.tr.setMeta(flags, found));
}
