import { Table, TableCell, TableHeader, TableRow } from "../vendor/tiptap.js";

const span = (name, most) => ({
  default: 1,
  parseHTML: (cell) => Math.min(most, Math.max(1, parseInt(cell.getAttribute(name), 10) || 1)),
});
const cell = {
  content: "paragraph+",
  addAttributes: () => ({ colspan: span("colspan", 50), rowspan: span("rowspan", 500) }),
};

const CaptionedTable = Table.extend({
  addAttributes: () => ({
    caption: { default: "", rendered: false },
    source: { default: "", rendered: false },
  }),
}).configure({ resizable: false, renderWrapper: false });

export const nodes = [CaptionedTable, TableRow, TableCell.extend(cell), TableHeader.extend(cell)];
export const menu = [
  {
    label: "Table",
    hint: "Rows and columns",
    insert: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  },
];
