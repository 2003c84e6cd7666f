import { Node, wrappingInputRule } from "../vendor/tiptap.js";

const MOST = 10_000;

const OrderedList = Node.create({
  name: "orderedList",
  group: "block list",
  content: "listItem+",
  addAttributes: () => ({ start: { default: 1, rendered: false, parseHTML: startOf } }),
  parseHTML: () => [{ tag: "ol" }],
  renderHTML: ({ node: { attrs } }) => ["ol", attrs.start === 1 ? {} : attrs, 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-7": () => this.editor.commands.toggleList(this.name, "listItem") };
  },
  addInputRules() {
    const find = /^(\d{1,4})\.\s$/;
    const getAttributes = ([, start]) => ({ start: Number(start) });
    // The number that comes next goes on in the list above.
    const joinPredicate = ([, start], list) => list.attrs.start + list.childCount === Number(start);
    return [wrappingInputRule({ find, type: this.type, getAttributes, joinPredicate })];
  },
});

function startOf(list) {
  return Math.min(MOST, Math.max(0, parseInt(list.getAttribute("start"), 10) || 1));
}

export const nodes = [OrderedList];
export const menu = [
  {
    label: "Numbered list",
    hint: "Points in order",
    also: "ordered numbers steps ol",
    typed: "1.",
    keys: "Ctrl Shift 7",
    insert: (chain) => chain.toggleList("orderedList", "listItem"),
  },
];
