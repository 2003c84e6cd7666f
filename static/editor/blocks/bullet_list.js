import { Node, wrappingInputRule } from "../vendor/tiptap.js";

const BulletList = Node.create({
  name: "bulletList",
  group: "block list",
  content: "listItem+",
  parseHTML: () => [{ tag: "ul" }],
  renderHTML: () => ["ul", 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-8": () => this.editor.commands.toggleList(this.name, "listItem") };
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-+*]\s$/, type: this.type })];
  },
});

export const nodes = [BulletList];
export const menu = [
  {
    label: "List",
    hint: "Points in no order",
    also: "bullet bullets unordered points ul",
    typed: "-",
    keys: "Ctrl Shift 8",
    insert: (chain) => chain.toggleList("bulletList", "listItem"),
  },
];
