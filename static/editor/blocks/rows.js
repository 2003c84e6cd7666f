// Rows of a block that are nodes of their own (facts, events): moved, added and removed by
// buttons. view: what Tiptap hands to the row's node view.
import { make } from "../dom.js";
import { dispatchStep } from "./steps.js";
import { titleField } from "./titled.js";

// The node view of the whole block: a title, the rows of that type, a button for one more.
export function rowsView(view, { label, rows, type, add, className }) {
  const title = titleField(view, "title", label, "block-title");
  const onclick = () => addLastRow(view, type);
  const more = make(
    "button",
    { type: "button", class: "quiet add", contenteditable: "false", onclick },
    add,
  );
  return {
    dom: make("div", { class: `block ${className}` }, title.dom, rows, more),
    contentDOM: rows,
    update(node) {
      if (node.type !== view.node.type) return false;
      title.update(node);
      return true;
    },
    stopEvent: (event) => title.stopEvent(event) || more.contains(event.target),
    ignoreMutation: (mutation) => mutation.type !== "selection" && !rows.contains(mutation.target),
  };
}

// kind: up, down or remove; of: whose button it is, for who hears it.
export function rowTool(kind, label, onclick, { of, disabled } = {}) {
  const name = of ? `${label}: ${of}` : label;
  const properties = {
    class: `row-tool row-${kind}`,
    "aria-label": name,
    title: label,
    disabled,
    onclick,
  };
  return make("button", { type: "button", ...properties });
}

// noun: "row" or "event", for the names of the buttons.
export function rowTools(view, noun) {
  return make(
    "span",
    { class: "row-tools", contenteditable: "false" },
    rowTool("up", `Move this ${noun} up`, () => moveRow(view, -1)),
    rowTool("down", `Move this ${noun} down`, () => moveRow(view, 1)),
    rowTool("remove", `Remove this ${noun}`, () => removeRow(view)),
  );
}

function moveRow(view, by) {
  const { state } = view.editor;
  const place = state.doc.resolve(view.getPos());
  const index = place.index();
  const [first, second] = [Math.min(index, index + by), Math.max(index, index + by)];
  if (first < 0 || second >= place.parent.childCount) return;
  const [upper, lower] = [place.parent.child(first), place.parent.child(second)];
  const start = place.posAtIndex(first);
  const swapped = [lower, upper];
  dispatchStep(
    view.editor,
    state.tr.replaceWith(start, start + upper.nodeSize + lower.nodeSize, swapped),
  );
  focusIn(view.editor, by < 0 ? start : start + lower.nodeSize, by < 0 ? ".row-up" : ".row-down");
}

// The only row of a block is emptied: a block without rows cannot stand.
function removeRow(view) {
  const { state } = view.editor;
  const at = view.getPos();
  const place = state.doc.resolve(at);
  const row = state.doc.nodeAt(at);
  const only = place.parent.childCount === 1;
  const last = place.index() === place.parent.childCount - 1;
  dispatchStep(
    view.editor,
    only
      ? state.tr.replaceWith(at, at + row.nodeSize, row.type.create())
      : state.tr.delete(at, at + row.nodeSize),
  );
  const before = place.nodeBefore;
  focusIn(view.editor, !only && last ? at - before.nodeSize : at, "input");
}

// Ctrl Enter in any field of a row: another one below.
export function enableAdding(dom, view) {
  const press = (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    addRowAfter(view);
  };
  dom.addEventListener("keydown", press, true);
}

// From the last field of a row to the next row, which is made where there is none.
export function nextRow(view) {
  const place = view.editor.state.doc.resolve(view.getPos());
  const end = place.pos + place.nodeAfter.nodeSize;
  if (place.index() < place.parent.childCount - 1) focusIn(view.editor, end, "input");
  else addRowAfter(view);
  return true;
}

function addRowAfter(view) {
  const at = view.getPos();
  const row = view.editor.state.doc.nodeAt(at);
  addRow(view.editor, at + row.nodeSize, row.type);
}

// The last row of the block whose node view this is.
function addLastRow(block, type) {
  const at = block.getPos();
  addRow(block.editor, at + block.editor.state.doc.nodeAt(at).nodeSize - 1, type);
}

function addRow(editor, at, type) {
  dispatchStep(editor, editor.state.tr.insert(at, editor.schema.nodes[type.name ?? type].create()));
  focusIn(editor, at, "input");
}

function focusIn(editor, at, selector) {
  editor.view.nodeDOM(at)?.querySelector(selector)?.focus();
}
