// The toolbar over a selection.
import { make } from "./dom.js";
import { openFootnote } from "./footnote_box.js";
import { openLink } from "./link_box.js";
import { eachFrame } from "./later.js";
import { place, selectionRect } from "./place.js";
import { shown } from "./shortcuts.js";
import { toolbar } from "./toolbar.js";

const mark = (name) => ({
  active: (editor) => editor.isActive(name),
  run: (editor) => editor.chain().focus().toggleMark(name).run(),
});
const block = (name, attrs) => ({
  active: (editor) => editor.isActive(name, attrs),
  run: (editor) => editor.chain().focus().toggleNode(name, "paragraph", attrs).run(),
});

// label holds the visible text: who speaks to the page says what they see.
const TOOLS = [
  { face: make("b", {}, "B"), label: "Bold", keys: "Ctrl B", ...mark("bold") },
  { face: make("i", {}, "I"), label: "Italic", keys: "Ctrl I", ...mark("italic") },
  {
    label: "Link",
    keys: "Ctrl K",
    active: (editor) => editor.isActive("link"),
    run: openLink,
  },
  null,
  { label: "Section", keys: "Ctrl Alt 2", ...block("heading", { level: 2 }) },
  { label: "Quote", keys: "Ctrl Alt Q", ...block("pullQuote") },
  null,
  {
    face: make("span", {}, "x", make("sup", {}, "2")),
    label: "x2, superscript",
    keys: "Ctrl .",
    ...mark("superscript"),
  },
  {
    face: make("span", {}, "x", make("sub", {}, "2")),
    label: "x2, subscript",
    keys: "Ctrl ,",
    ...mark("subscript"),
  },
  { label: "Footnote", keys: "Ctrl Alt F", run: openFootnote },
  { label: "Comment", keys: "Ctrl Alt M", run: askForComment },
];

// Who listens finds the selection standing.
export function askForComment(editor) {
  editor.view.dom.dispatchEvent(new CustomEvent("comment", { bubbles: true }));
}

export function mountTools(editor, host) {
  const buttons = TOOLS.map((tool) => tool && button(editor, tool));
  const bar = toolbar(
    editor,
    { class: "tools", "aria-label": "Text", hidden: true },
    ...buttons.map((each) => each ?? make("span", { class: "sep", "aria-hidden": "true" })),
  );
  const all = buttons.filter(Boolean);
  host.prepend(bar);

  const show = eachFrame(() => {
    if (editor.isDestroyed) return;
    const { selection } = editor.state;
    const words = !selection.empty && !selection.node;
    const here = editor.view.hasFocus() || bar.contains(document.activeElement);
    bar.hidden = !(words && here && editor.isEditable);
    if (bar.hidden) return;
    TOOLS.filter(Boolean).forEach(({ active }, n) => {
      if (active) all[n].setAttribute("aria-pressed", String(active(editor)));
    });
    place(bar, selectionRect(editor), { above: true, centred: true });
  });
  for (const moment of ["selectionUpdate", "update", "focus", "blur"]) editor.on(moment, show);

  bar.addEventListener("focusout", show);
  return {
    focus() {
      if (bar.hidden) return false;
      bar.querySelector("[tabindex='0']").focus();
      return true;
    },
  };
}

function button(editor, { face, label, keys, active, run }) {
  return make(
    "button",
    {
      type: "button",
      "aria-label": face && label,
      "aria-pressed": active && "false",
      title: `${label}, ${shown(keys)}`,
      onclick: () => run(editor),
    },
    face ?? label,
  );
}
