import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import { Node } from "../vendor/tiptap.js";
import { stored } from "./attributes.js";

const FIELDS = [
  { name: "speaker", label: "Speaker" },
  { name: "source", label: "Source", type: "url" },
];
const QUOTED = stored("blockquote", "quoted", { speaker: "", source: "" }, 0);

const BlockQuote = Node.create({
  name: "blockQuote",
  group: "block",
  content: "paragraph+",
  defining: true,
  ...QUOTED,
  parseHTML: () => [...QUOTED.parseHTML(), { tag: "blockquote" }],
  addNodeView: () => (view) => {
    const row = fieldRow(view, FIELDS);
    const contentDOM = make("blockquote");
    return {
      ...row,
      dom: make(
        "figure",
        { class: "quoted block", "aria-label": "Quotation" },
        contentDOM,
        row.dom,
      ),
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
    also: "quote block quote blockquote citation",
    insert: (chain) => chain.wrapIn("blockQuote"),
  },
];
