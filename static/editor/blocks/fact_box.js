// Measured facts: a title and rows, edited as readers will see them.
import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import { Node } from "../vendor/tiptap.js";
import { attributes, carried } from "./attributes.js";
import { insertAndEnter } from "./insert.js";
import { addLastRow, enableAdding, nextRow, rowTools } from "./rows.js";
import { titleField } from "./titled.js";

const FACT = { term: "", value: "", unit: "", asOf: "", source: "", sourceUrl: "" };

const FactBox = Node.create({
  name: "factBox",
  group: "block",
  content: "factRow+",
  isolating: true,
  addAttributes: attributes({ title: "" }),
  parseHTML: () => [{ tag: "dl[data-fact-box]", priority: 60, getAttrs: carried("factBox", { title: "" }) }],
  renderHTML: ({ node }) => ["dl", { "data-fact-box": JSON.stringify(node.attrs) }, 0],
  addNodeView: () => (view) => {
    const title = titleField(view, "title", "Title of the fact box", "block-title");
    const rows = make("div", { class: "fact-rows" });
    const add = make(
      "button",
      { type: "button", class: "quiet add", contenteditable: "false", onclick: () => addLastRow(view, "factRow") },
      "Add a row",
    );
    const dom = make("div", { class: "block block-facts" }, title.dom, rows, add);
    return {
      dom,
      contentDOM: rows,
      update(node) {
        if (node.type.name !== "factBox") return false;
        title.update(node);
        return true;
      },
      stopEvent: (event) => title.stopEvent(event) || add.contains(event.target),
      ignoreMutation: (mutation) => mutation.type !== "selection" && !rows.contains(mutation.target),
    };
  },
});

const FactRow = Node.create({
  name: "factRow",
  atom: true,
  selectable: false,
  addAttributes: attributes(FACT),
  parseHTML: () => [{ tag: "div[data-fact]", priority: 60, getAttrs: carried("fact", FACT) }],
  renderHTML: ({ node }) => ["div", { "data-fact": JSON.stringify(node.attrs) }],
  addNodeView: () => (view) => {
    const row = fieldRow(view, [
      { name: "term", label: "Name", placeholder: "What is measured" },
      { name: "value", label: "Value" },
      { name: "unit", label: "Unit" },
      { name: "asOf", label: "As of" },
      { name: "source", label: "Source" },
      { name: "sourceUrl", label: "Address of the source", type: "url", onenter: () => nextRow(view) },
    ]);
    const dom = make("div", { class: "fact-row", contenteditable: "false" }, row.dom, rowTools(view, "row"));
    enableAdding(dom, view);
    return {
      dom,
      update(node) {
        if (node.type.name !== "factRow") return false;
        row.update(node);
        return true;
      },
      stopEvent: () => true,
      ignoreMutation: () => true,
    };
  },
});

export const nodes = [FactBox, FactRow];
export const menu = [
  {
    label: "Fact box",
    hint: "A title and rows of facts",
    insert: (chain, editor) =>
      insertAndEnter(chain, editor, { type: "factBox", content: [{ type: "factRow" }] }),
  },
];
