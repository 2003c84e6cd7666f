// At the left of the block with the cursor, or under the mouse: its grip, with a menu and to be
// dragged by; on an empty line a "+" for the block menu. Neither is a stop on Tab's way into the
// text; Shift Tab goes from the text to the grip (block_keys.js).
import {
  canTurn,
  deleteBlock,
  isEmptyParagraph,
  isKind,
  KINDS,
  moveBlock,
  turnInto,
} from "./arrange.js";
import { make } from "./dom.js";
import { openMenu } from "./menu.js";
import { eachFrame } from "./later.js";
import { blockAt, blockWith, currentBlock } from "./places.js";
import { nameOf } from "./names.js";
import { NodeSelection } from "./vendor/tiptap.js";

export function mountGrip(editor, host) {
  const grip = make("button", {
    type: "button",
    class: "grip",
    tabindex: "-1",
    draggable: "true",
    "aria-haspopup": "menu",
    "aria-expanded": "false",
    hidden: true,
  });
  const plus = make("button", {
    type: "button",
    class: "plus",
    tabindex: "-1",
    "aria-label": "Add a block here",
    title: "Add a block",
    hidden: true,
  });
  const { dom } = editor.view;
  let hovered = null;
  let index = -1;
  dom.before(grip, plus);

  const show = eachFrame(() => {
    if (editor.isDestroyed) return;
    const block = (hovered && blockWith(editor, hovered)) || currentBlock(editor);
    if (!block?.dom?.getBoundingClientRect || !editor.isEditable) return;
    index = block.index;
    const empty = isEmptyParagraph(block.node);
    const top = block.dom.getBoundingClientRect().top - host.getBoundingClientRect().top;
    for (const each of [grip, plus]) each.style.setProperty("--y", `${top}px`);
    grip.hidden = false;
    plus.hidden = !empty;
    grip.classList.toggle("aside", empty);
    host.classList.toggle("on-block", Boolean(hovered) || dom.contains(document.activeElement));
    const name = `${nameOf(block.node.type.name)}: move, turn into, delete`;
    if (grip.getAttribute("aria-label") !== name) grip.setAttribute("aria-label", name);
  });

  host.addEventListener("mousemove", (event) => {
    const under = topLevel(dom, event.target) ?? (event.target === host ? hovered : null);
    if (!under || under === hovered) return;
    hovered = under;
    show();
  });
  host.addEventListener("mouseleave", () => {
    hovered = null;
    show();
  });
  dom.addEventListener("keydown", () => (hovered = null));
  dom.addEventListener("focusin", show);
  for (const moment of ["create", "selectionUpdate", "update", "focus", "blur"])
    editor.on(moment, show);
  new ResizeObserver(show).observe(dom);
  show();

  grip.addEventListener("click", () =>
    openMenu(grip, entries(editor, index), () => editor.view.focus()),
  );
  grip.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    editor.view.focus();
    event.preventDefault();
  });
  grip.addEventListener("dragstart", (event) => drag(editor, index, event));
  // The editor hears of a drag's end only from inside the text: after one that was given up, or
  // went to another window, the next drop here would be taken for this block. It is later than
  // the drop itself.
  grip.addEventListener("dragend", () => (editor.view.dragging = null));
  plus.addEventListener("mousedown", (event) => event.preventDefault());
  plus.addEventListener("click", () => {
    const { pos, node } = blockAt(editor, index);
    if (isEmptyParagraph(node))
      editor
        .chain()
        .focus()
        .insertContentAt(pos + 1, "/")
        .run();
  });
}

function entries(editor, index) {
  const { node } = blockAt(editor, index);
  const turns = KINDS.filter((kind) => !isKind(kind, node)).map((kind) => ({
    label: kind.label,
    run: () => turnInto(editor, index, kind),
  }));
  return [
    { label: "Move up", hint: "Alt ↑", run: () => moveBlock(editor, index, -1) },
    { label: "Move down", hint: "Alt ↓", run: () => moveBlock(editor, index, 1) },
    ...(canTurn(node) ? [{ title: "Turn into" }, ...turns] : []),
    null,
    { label: "Delete", run: () => deleteBlock(editor, index) },
  ];
}

// As if the block itself were taken: the editor's own drop does the rest.
function drag(editor, index, event) {
  const { view } = editor;
  const { pos, dom } = blockAt(editor, index);
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
  const slice = view.state.selection.content();
  const { dom: copied, text } = view.serializeForClipboard(slice);
  event.dataTransfer.clearData();
  event.dataTransfer.setData("text/html", copied.innerHTML);
  event.dataTransfer.setData("text/plain", text);
  event.dataTransfer.effectAllowed = "copyMove";
  event.dataTransfer.setDragImage(dom, 0, 0);
  view.dragging = { slice, move: true, node: view.state.selection };
}

function topLevel(root, element) {
  let top = element;
  while (top && top.parentNode !== root) top = top.parentNode;
  return top;
}
