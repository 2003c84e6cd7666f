// A line at the foot of the text about what was pasted; it goes when the writing goes on.
import { make } from "../dom.js";

// Returns say(words, undo): undo, if given, is offered as a button.
export function noteBeside(host) {
  let note = null;
  const close = () => {
    note?.remove();
    note = null;
  };
  host.addEventListener("keydown", close);
  return (words, undo) => {
    close();
    const act = () => {
      close();
      undo();
    };
    note = make("p", { class: "paste-note", role: "status" }, words);
    if (undo)
      note.append(
        " ",
        make(
          "button",
          { type: "button", class: "linkish", onclick: act },
          "Paste the lines as they are",
        ),
      );
    host.append(note);
  };
}
