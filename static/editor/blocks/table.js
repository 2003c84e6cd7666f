// A table as readers will see it, with a bar of buttons while the cursor is in it.
import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import {
  addColumnAfter,
  addRowAfter,
  Decoration,
  DecorationSet,
  goToNextCell,
  Plugin,
  TextSelection,
} from "../vendor/tiptap.js";
import { putCursor } from "./steps.js";
import { tableBar } from "./table_bar.js";
import { run, Table, tableAround, TableCell, TableHeader, TableRow } from "./table_nodes.js";
import { titleField } from "./titled.js";

const ShownTable = Table.extend({
  addNodeView: () => tableView,
  addKeyboardShortcuts() {
    const { editor } = this;
    const within = (act) => () => editor.isActive("table") && act();
    return {
      ...this.parent(),
      Tab: within(() => run(editor, goToNextCell(1)) || enter(".block-fields:last-child input")),
      "Mod-Enter": within(() => run(editor, addRowAfter)),
      "Mod-Shift-Enter": within(() => run(editor, addColumnAfter)),
      "Alt-F10": within(() => editor.state.selection.empty && enter(".table-bar [tabindex='0']")),
    };

    function enter(part) {
      editor.view.dom.querySelector(`.is-here > ${part}`).focus();
      return true;
    }
  },
  addProseMirrorPlugins() {
    return [...this.parent(), new Plugin({ props: { decorations: here } })];
  },
});

function tableView(view) {
  const toCells = () => putCursor(view.editor, view.getPos() + 1);
  const caption = titleField(view, "caption", "Caption of the table", "table-caption", toCells);
  const source = fieldRow(view, [
    { name: "source", label: "Source", wide: true, placeholder: "Whose figures these are" },
  ]);
  const rows = make("tbody");
  const bar = tableBar(view.editor);
  const sheet = make("div", { class: "table-sheet" }, make("table", {}, rows));
  const dom = make("div", { class: "block block-table" }, bar, caption.dom, sheet, source.dom);
  return {
    dom,
    contentDOM: rows,
    update(node) {
      if (node.type.name !== "table") return false;
      caption.update(node);
      source.update(node);
      return true;
    },
    stopEvent: (event) =>
      [caption, source].some((row) => row.stopEvent(event)) || bar.contains(event.target),
    ignoreMutation: (mutation) => mutation.type !== "selection" && !rows.contains(mutation.target),
  };
}

// Marks the table with the cursor in it.
function here({ doc, selection }) {
  const at = tableAround(selection);
  if (!at) return DecorationSet.empty;
  return DecorationSet.create(doc, [Decoration.node(at.from, at.to, { class: "is-here" })]);
}

// Three rows of three, the first of headings; the cursor stands in the first cell.
function insertTable({ tr, state }) {
  const row = (type) => {
    const cell = { type, content: [{ type: "paragraph" }] };
    return { type: "tableRow", content: [cell, cell, cell] };
  };
  const content = [row("tableHeader"), row("tableCell"), row("tableCell")];
  const { from } = tr.selection;
  tr.replaceSelectionWith(state.schema.nodeFromJSON({ type: "table", content }));
  tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1))).scrollIntoView();
  return true;
}

export const nodes = [ShownTable, TableRow, TableCell, TableHeader];
export const menu = [
  {
    label: "Table",
    hint: "Rows and columns",
    also: "grid spreadsheet data columns rows",
    insert: (chain) => chain.command(insertTable),
  },
];
// For the list of all keys.
export const keys = [
  ["Tab", "In a table: the next cell, and after the last the source"],
  ["Ctrl Enter", "In a table: a row below"],
  ["Ctrl Shift Enter", "In a table: a column to the right"],
  ["Alt F10", "In a table: to its buttons, and Esc back"],
];
