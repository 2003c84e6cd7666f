import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import { Node } from "../vendor/tiptap.js";

const FIELDS = [
  { name: "speaker", label: "Speaker" },
  { name: "source", label: "Source", type: "url" },
];

const BlockQuote = Node.create({
  name: "blockQuote",
  group: "block",
  content: "paragraph+",
  defining: true,
  addAttributes: () =>
    Object.fromEntries(FIELDS.map(({ name }) => [name, { default: "", rendered: false }])),
  parseHTML: () => [
    {
      tag: "blockquote",
      getAttrs: ({ dataset }) => (dataset.quoted ? JSON.parse(dataset.quoted) : null),
    },
  ],
  renderHTML: ({ node }) => ["blockquote", { "data-quoted": JSON.stringify(node.attrs) }, 0],
  addNodeView: () => (view) => {
    const row = fieldRow(view, FIELDS);
    const contentDOM = make("blockquote");
    return {
      ...row,
      dom: make("figure", { class: "quoted block", "aria-label": "Quotation" }, contentDOM, row.dom),
      contentDOM,
      update: (node) => node.type.name === "blockQuote" && (row.update(node), true),
    };
  },
});

export const nodes = [BlockQuote];
export const menu = [
  {
    label: "Quotation",
    hint: "A longer quotation within the text",
    insert: (chain) => chain.wrapIn("blockQuote"),
  },
];
