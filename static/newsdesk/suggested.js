// Names that the text suggests, as buttons: one press takes one, and the focus goes on to the next.
import { make } from "../editor/dom.js";

// hint: where they stand, after its first element; entry: has the focus when none is left.
export function showSuggested(hint, names, { entry, take }) {
  const held = hint.contains(document.activeElement);
  hint.replaceChildren(hint.firstElementChild, ...names.map(offered));
  hint.hidden = !names.length;
  if (held) (hint.querySelector("button") ?? entry).focus();

  function offered(name) {
    const properties = { type: "button", class: "chip-add", "aria-label": `Add ${name}`, onclick };
    const button = make("button", properties, name);
    return button;

    function onclick() {
      const next = button.nextElementSibling ?? button.previousElementSibling;
      button.remove();
      hint.hidden = !hint.querySelector("button");
      (next?.matches("button") ? next : entry).focus();
      take(name);
    }
  }
}
