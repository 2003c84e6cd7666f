// A table as readers will see it, with a bar of buttons while the cursor is in it.
import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import { Decoration, DecorationSet, Plugin, PluginKey } from "../vendor/tiptap.js";
import { Table, TableCell, TableHeader, TableRow } from "../vendor/tiptap.js";
import { putCursor } from "./steps.js";
import { tableBar } from "./table_bar.js";
import { titleField } from "./titled.js";

const span = (name, most) => ({
  default: 1,
  parseHTML: (cell) => Math.min(most, Math.max(1, parseInt(cell.getAttribute(name), 10) || 1)),
});
const cell = {
  content: "paragraph+",
  addAttributes: () => ({ colspan: span("colspan", 50), rowspan: span("rowspan", 500) }),
};
const words = (name) => ({
  default: "",
  parseHTML: (table) => (table.dataset[name] ?? "").replace(/[\r\n]+/g, " ").slice(0, 500),
  renderHTML: (attributes) => (attributes[name] ? { [`data-${name}`]: attributes[name] } : {}),
});

const CaptionedTable = Table.extend({
  addAttributes: () => ({ caption: words("caption"), source: words("source") }),
  // Without the widths that Tiptap would write as styles.
  renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
  addNodeView: () => tableView,
  addKeyboardShortcuts() {
    const { editor } = this;
    const within = (run) => () => editor.isActive("table") && run();
    return {
      ...this.parent(),
      Tab: within(() => editor.commands.goToNextCell() || enterFields(editor)),
      "Shift-Tab": within(() => editor.commands.goToPreviousCell()),
      "Mod-Enter": within(() => editor.commands.addRowAfter()),
      "Mod-Shift-Enter": within(() => editor.commands.addColumnAfter()),
      "Alt-F10": within(() => editor.state.selection.empty && enterBar(editor)),
    };
  },
  addProseMirrorPlugins() {
    return [...this.parent(), new Plugin({ key: new PluginKey("tableHere"), props: { decorations: here } })];
  },
}).configure({ resizable: false, renderWrapper: false });

function tableView(view) {
  const toCells = () => putCursor(view.editor, view.getPos() + 1);
  const caption = titleField(view, "caption", "Caption of the table", "table-caption", toCells);
  const source = fieldRow(view, [{ name: "source", label: "Source", wide: true, placeholder: "Whose figures these are" }]);
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
    stopEvent: (event) => [caption, source].some((row) => row.stopEvent(event)) || bar.contains(event.target),
    ignoreMutation: (mutation) => mutation.type !== "selection" && !rows.contains(mutation.target),
  };
}

// Marks the table with the cursor in it.
function here({ doc, selection: { $from } }) {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== "table") continue;
    const at = $from.before(depth);
    return DecorationSet.create(doc, [Decoration.node(at, $from.after(depth), { class: "is-here" })]);
  }
  return DecorationSet.empty;
}

function enterFields(editor) {
  editor.view.dom.querySelector(".is-here > .block-fields:last-child input").focus();
  return true;
}

function enterBar(editor) {
  editor.view.dom.querySelector(".is-here > .table-bar [tabindex='0']").focus();
  return true;
}

export const nodes = [CaptionedTable, TableRow, TableCell.extend(cell), TableHeader.extend(cell)];
export const menu = [
  {
    label: "Table",
    hint: "Rows and columns",
    insert: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  },
];
// For the list of all keys.
export const keys = [
  ["Tab", "In a table: the next cell, and after the last the source"],
  ["Ctrl Enter", "In a table: a row below"],
  ["Ctrl Shift Enter", "In a table: a column to the right"],
  ["Alt F10", "In a table: to its buttons, and Esc back"],
];
