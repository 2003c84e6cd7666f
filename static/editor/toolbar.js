// A row of buttons over the text: one is reached by Tab, the others by the arrow keys; Escape goes
// back to the text. A press of the mouse leaves the cursor where it is.
import { make } from "./dom.js";

// parts: buttons, and what stands between them.
export function toolbar(editor, properties, ...parts) {
  const bar = make("div", { role: "toolbar", ...properties }, ...parts);
  const buttons = [...bar.querySelectorAll("button")];
  rove(buttons, buttons[0]);
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape") editor.view.focus();
    else if (to === undefined) return;
    else rove(buttons, buttons.at(to % buttons.length)).focus();
    event.preventDefault();
  });
  return bar;
}

// One of them is a stop of Tab. Returns that one.
export function rove(all, stop) {
  for (const each of all) each.tabIndex = each === stop ? 0 : -1;
  return stop;
}
