import { Node } from "../vendor/tiptap.js";

const BlockQuote = Node.create({
  name: "blockQuote",
  group: "block",
  content: "paragraph+",
  defining: true,
  addAttributes: () => ({
    speaker: { default: "", rendered: false },
    source: { default: "", rendered: false },
  }),
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: () => ["blockquote", 0],
});

export const nodes = [BlockQuote];
export const menu = [
  {
    label: "Quotation",
    hint: "A longer quotation within the text",
    insert: (chain) => chain.wrapIn("blockQuote"),
  },
];
