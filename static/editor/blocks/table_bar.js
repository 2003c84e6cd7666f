// The buttons of a table.
import { make } from "../dom.js";
import { toolbar } from "../toolbar.js";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  mergeCells,
  Selection,
  splitCell,
  toggleHeader,
} from "../vendor/tiptap.js";
import { run, tableAround } from "./table_nodes.js";

const ACTS = [
  ["Row above", addRowBefore],
  ["Row below", addRowAfter],
  ["Column left", addColumnBefore],
  ["Column right", addColumnAfter],
  ["Heading row", toggleHeader("row")],
  ["Merge or split", (...args) => mergeCells(...args) || splitCell(...args)],
  ["Delete row", staying(deleteRow)],
  ["Delete column", staying(deleteColumn)],
];

export function tableBar(editor) {
  const properties = { class: "table-bar", "aria-label": "Table", contenteditable: "false" };
  const bar = toolbar(editor, properties, ...ACTS.map(button));

  // The cursor stays in its cell; by keyboard the focus stays in the bar.
  function button([label, act]) {
    const onclick = () => {
      const byKey = bar.contains(document.activeElement);
      run(editor, act);
      if (!byKey) editor.view.focus();
    };
    return make("button", { type: "button", onclick }, label);
  }
  return bar;
}

// Without the last row or column the cursor would stand below the table.
function staying(command) {
  return (state, dispatch) => {
    const { from } = tableAround(state.selection);
    return command(state, (tr) => {
      const end = from + tr.doc.nodeAt(from).nodeSize - 1;
      if (tr.selection.to > end) tr.setSelection(Selection.near(tr.doc.resolve(end), -1));
      dispatch(tr);
    });
  };
}
