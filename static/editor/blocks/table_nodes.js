// The nodes of a table and its keys; how it looks is in table.js.
import {
  CellSelection,
  deleteTable,
  goToNextCell,
  Node,
  Plugin,
  tableEditing,
} from "../vendor/tiptap.js";

// The parts that prosemirror-tables knows them by.
const ROLES = { table: "table", tableRow: "row", tableCell: "cell", tableHeader: "header_cell" };

export const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  addAttributes: () => ({ caption: words("caption"), source: words("source") }),
  parseHTML: () => [{ tag: "table" }],
  renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
  extendNodeSchema: ({ name }) => ({ tableRole: ROLES[name] }),
  addKeyboardShortcuts() {
    const { editor } = this;
    const wholly = () => allCells(editor.state.selection) && run(editor, deleteTable);
    const keys = ["Backspace", "Mod-Backspace", "Delete", "Mod-Delete"];
    return {
      ...Object.fromEntries(keys.map((key) => [key, wholly])),
      "Shift-Tab": () => run(editor, goToNextCell(-1)),
    };
  },
  addProseMirrorPlugins: () => [
    tableEditing(),
    new Plugin({ props: { handleDOMEvents: { mousedown: keepCells } } }),
  ],
});

export const TableRow = Node.create({
  name: "tableRow",
  content: "(tableCell | tableHeader)*",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});
export const TableCell = cell("tableCell", "td");
export const TableHeader = cell("tableHeader", "th");

// A command of prosemirror-tables.
export function run({ state, view }, command) {
  return command(state, view.dispatch);
}

// Where the table stands that the selection is in; null outside of one.
export function tableAround({ $from }) {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== "table") continue;
    return { from: $from.before(depth), to: $from.after(depth) };
  }
  return null;
}

function cell(name, tag) {
  return Node.create({
    name,
    content: "paragraph+",
    isolating: true,
    addAttributes: () => ({ colspan: span("colspan", 50), rowspan: span("rowspan", 500) }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });
}

function span(name, most) {
  return {
    default: 1,
    parseHTML: (element) =>
      Math.min(most, Math.max(1, parseInt(element.getAttribute(name), 10) || 1)),
    renderHTML: ({ [name]: count }) => (count === 1 ? {} : { [name]: count }),
  };
}

function words(name) {
  return {
    default: "",
    parseHTML: (table) => (table.dataset[name] ?? "").replace(/[\r\n]+/g, " ").slice(0, 500),
    renderHTML: ({ [name]: text }) => (text ? { [`data-${name}`]: text } : {}),
  };
}

const allCells = (selection) =>
  selection instanceof CellSelection && selection.isRowSelection() && selection.isColSelection();

// The menu of the right button is for the cells that are selected.
function keepCells({ state }, event) {
  const isOnThem = event.button === 2 && event.target.closest(".selectedCell");
  if (!isOnThem || !(state.selection instanceof CellSelection)) return false;
  event.preventDefault();
  return true;
}
