import { OrderedList } from "../vendor/tiptap.js";

const Numbered = OrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (list) => Math.min(10_000, Math.max(0, parseInt(list.getAttribute("start"), 10) || 1)),
    },
  }),
});

export const nodes = [Numbered];
export const menu = [
  {
    label: "Numbered list",
    hint: "Points in order",
    typed: "1.",
    keys: "Ctrl Shift 7",
    insert: (chain) => chain.toggleOrderedList(),
  },
];
