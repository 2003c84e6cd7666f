// What every document and every editor of text has: the page itself and its words, undo, a place
// between two blocks, and a line at the end to go on writing.
import {
  dropCursor,
  Extension,
  gapCursor,
  history,
  Node,
  Plugin,
  redo,
  undo,
} from "./vendor/tiptap.js";

export const Document = Node.create({ name: "doc", topNode: true, content: "block+" });
export const Text = Node.create({ name: "text", group: "inline" });

export const Undo = Extension.create({
  name: "undo",
  addProseMirrorPlugins: () => [history()],
  addCommands: () => ({
    undo:
      () =>
      ({ state, dispatch }) =>
        undo(state, dispatch),
    redo:
      () =>
      ({ state, dispatch }) =>
        redo(state, dispatch),
  }),
  addKeyboardShortcuts() {
    const again = () => this.editor.commands.redo();
    return { "Mod-z": () => this.editor.commands.undo(), "Shift-Mod-z": again, "Mod-y": again };
  },
});

export const Cursors = Extension.create({
  name: "cursors",
  addProseMirrorPlugins: () => [gapCursor(), dropCursor({ color: false, class: "drop-here" })],
});

export const LastLine = Extension.create({
  name: "lastLine",
  addProseMirrorPlugins: () => [new Plugin({ appendTransaction: withLastLine })],
});

function withLastLine(_, __, { doc, schema, tr }) {
  const { paragraph } = schema.nodes;
  return doc.lastChild.type === paragraph ? null : tr.insert(doc.content.size, paragraph.create());
}
