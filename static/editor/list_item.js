// The entry of a list, and the keys of lists.
import { Node, Selection } from "./vendor/tiptap.js";

export const ListItem = Node.create({
  name: "listItem",
  content: "paragraph (paragraph | bulletList | orderedList)*",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: () => ["li", 0],
  // Tab never indents: it leads on through the page.
  addKeyboardShortcuts() {
    const { editor, name } = this;
    const back = () => editor.commands.undoInputRule() || backward(editor);
    const on = () => forward(editor);
    return {
      Enter: () => editor.commands.splitListItem(name),
      "Mod-]": () => editor.commands.sinkListItem(name),
      "Mod-[": () => editor.commands.liftListItem(name),
      Backspace: back,
      "Mod-Backspace": back,
      Delete: on,
      "Mod-Delete": on,
    };
  },
});

const isItem = (node) => node?.type.name === "listItem";
const isList = (node) => isItem(node?.firstChild);

// At its beginning an entry leaves the list; what follows a list goes on in its last entry.
function backward({ state, commands }) {
  const { empty, $from } = state.selection;
  if (!empty || $from.parentOffset || !$from.depth) return false;
  const [around, at] = [$from.node(-1), $from.index(-1)];
  if (isItem(around)) return !at && commands.liftListItem("listItem");
  return isList(around.maybeChild(at - 1)) && commands.joinTextblockBackward();
}

// At the end of an entry, or of what stands before a list, the next words come up.
function forward({ state, commands }) {
  const { empty, $from } = state.selection;
  if (!empty || !$from.depth || $from.parentOffset < $from.parent.content.size) return false;
  const next = state.doc.resolve($from.after());
  if (!isItem($from.node(-1)) && !isList(next.nodeAfter)) return false;
  const words = Selection.findFrom(next, 1, true)?.$from.parent;
  return Boolean(words) && !words.type.spec.isolating && commands.joinTextblockForward();
}
