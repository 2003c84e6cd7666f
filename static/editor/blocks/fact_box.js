// Measured facts: a title and rows, edited as readers will see them.
import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import { Node } from "../vendor/tiptap.js";
import { stored } from "./attributes.js";
import { insertAndEnter } from "./insert.js";
import { enableAdding, nextRow, rowsView, rowTools } from "./rows.js";

const FACT = { term: "", value: "", unit: "", asOf: "", source: "", sourceUrl: "" };

const FactBox = Node.create({
  name: "factBox",
  group: "block",
  content: "factRow+",
  isolating: true,
  ...stored("dl", "fact-box", { title: "" }, 0),
  addNodeView: () => (view) =>
    rowsView(view, {
      label: "Title of the fact box",
      rows: make("div", { class: "fact-rows" }),
      type: "factRow",
      add: "Add a row",
      className: "block-facts",
    }),
});

const FactRow = Node.create({
  name: "factRow",
  atom: true,
  selectable: false,
  ...stored("div", "fact", FACT),
  addNodeView: () => (view) => {
    const row = fieldRow(view, [
      { name: "term", label: "Name", placeholder: "What is measured" },
      { name: "value", label: "Value" },
      { name: "unit", label: "Unit" },
      { name: "asOf", label: "As of" },
      { name: "source", label: "Source" },
      {
        name: "sourceUrl",
        label: "Address of the source",
        type: "url",
        onenter: () => nextRow(view),
      },
    ]);
    const dom = make(
      "div",
      { class: "fact-row", contenteditable: "false" },
      row.dom,
      rowTools(view, "row"),
    );
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
    also: "data specification specs numbers infobox key facts box",
    insert: (chain, editor) =>
      insertAndEnter(chain, editor, { type: "factBox", content: [{ type: "factRow" }] }),
  },
];
