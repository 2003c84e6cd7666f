// The buttons of a table: one is reached by Tab or Alt F10, the others by the arrow keys.
import { make } from "../dom.js";

const ACTS = [
  ["Row above", "addRowBefore"],
  ["Row below", "addRowAfter"],
  ["Column left", "addColumnBefore"],
  ["Column right", "addColumnAfter"],
  ["Heading row", "toggleHeaderRow"],
  ["Merge or split", "mergeOrSplit"],
  ["Delete row", "deleteRow"],
  ["Delete column", "deleteColumn"],
];

export function tableBar(editor) {
  const buttons = ACTS.map(([label, act], n) =>
    make("button", { type: "button", tabindex: n ? -1 : 0, onclick: () => run(act) }, label),
  );
  const bar = make(
    "div",
    { class: "table-bar", role: "toolbar", "aria-label": "Table", contenteditable: "false" },
    ...buttons,
  );

  // The cursor stays in its cell; by keyboard the focus stays in the bar.
  function run(act) {
    const byKey = bar.contains(document.activeElement);
    editor.commands[act]();
    if (!byKey) editor.view.focus();
  }

  bar.addEventListener("mousedown", (event) => event.preventDefault());
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") editor.view.focus();
    else if (to === undefined) return;
    else {
      const next = buttons[(to + buttons.length) % buttons.length];
      buttons.forEach((each) => (each.tabIndex = each === next ? 0 : -1));
      next.focus();
    }
    event.preventDefault();
  });
  return bar;
}
