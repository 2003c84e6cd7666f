import { Node } from "../vendor/tiptap.js";

const Paragraph = Node.create({
  name: "paragraph",
  // The first in the schema: what a block without a kind of its own becomes.
  priority: 1000,
  group: "block",
  content: "inline*",
  parseHTML: () => [{ tag: "p" }],
  renderHTML: () => ["p", 0],
  addKeyboardShortcuts() {
    return { "Mod-Alt-0": () => this.editor.commands.setNode(this.name) };
  },
});

export const nodes = [Paragraph];
export const menu = [];
