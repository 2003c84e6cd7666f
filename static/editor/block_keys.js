// Keys inside the fields and buttons of a block, and the way between them and the text.
// Tab goes where the eye goes: through what follows the cursor, and from a block's last field on
// into the text after it. Escape returns to the block's text, Shift Tab goes on from there to its grip.
import { moveBlock } from "./arrange.js";
import { blockWith, currentBlock, focusedControl } from "./places.js";
import { NodeSelection, Selection } from "./vendor/tiptap.js";

const FOCUSABLE =
  "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([contenteditable])";

export function enableBlockKeys(editor) {
  editor.view.dom.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const control = focusedControl(editor);
    const done = control ? inControl(editor, control, event) : inText(editor, event);
    if (done) event.preventDefault();
  });
}

function inText(editor, event) {
  if (event.key !== "Tab" || event.ctrlKey || event.altKey) return false;
  if (event.shiftKey) return toGrip(editor);
  const { dom } = currentBlock(editor);
  const here = editor.view.domAtPos(editor.state.selection.from).node;
  const inside = controlsOf(dom).find((each) => follows(here, each) || !dom.contains(here));
  const next =
    inside ??
    [...document.querySelectorAll(FOCUSABLE)].find((each) => follows(dom, each) && isControl(each));
  next?.focus();
  return Boolean(next);
}

function toGrip(editor) {
  const grip = editor.view.dom.parentElement.querySelector(".grip:not([hidden])");
  grip?.focus();
  return Boolean(grip);
}

function inControl(editor, control, event) {
  const block = blockWith(editor, control);
  if (!block) return false;
  if (event.key === "Escape") return intoText(editor, block);
  if (event.altKey && /^Arrow(Up|Down)$/.test(event.key)) {
    return moveBlock(editor, block.index, event.key === "ArrowUp" ? -1 : 1);
  }
  if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) {
    const back = event.key.toLowerCase() === "z" && !event.shiftKey;
    return back ? editor.commands.undo() || true : editor.commands.redo() || true;
  }
  if (event.key !== "Tab") return false;
  const all = controlsOf(block.dom);
  if (event.shiftKey) return control === all[0] && intoText(editor, block);
  return control === all.at(-1) && afterBlock(editor, block);
}

// Into the words of the block; a block without words is selected as a whole.
function intoText(editor, { node, pos }) {
  const { tr, doc } = editor.state;
  const end = Selection.findFrom(doc.resolve(pos + node.nodeSize), -1, true);
  const words = end && end.from > pos;
  editor.view.dispatch(
    tr.setSelection(words ? end : NodeSelection.create(doc, pos)).scrollIntoView(),
  );
  editor.view.focus();
  return true;
}

function afterBlock(editor, { node, pos }) {
  const end = pos + node.nodeSize;
  const { tr } = editor.state;
  if (end >= tr.doc.content.size) tr.insert(end, editor.schema.nodes.paragraph.create());
  editor.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(end), 1)).scrollIntoView());
  editor.view.focus();
  return true;
}

function controlsOf(dom) {
  return dom.querySelectorAll ? [...dom.querySelectorAll(FOCUSABLE)].filter(isControl) : [];
}

// Links in the words themselves are text.
function isControl(element) {
  const usable = element.tabIndex >= 0 && !element.disabled && element.checkVisibility();
  return usable && !element.isContentEditable;
}

function follows(here, element) {
  return Boolean(here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}
