// One picture of an upload: how far it is, or why it was refused, or, once taken, its words.
import { make } from "../editor/dom.js";
import { upload } from "../editor/upload.js";
import { redraw, redrawSoon } from "./pictures-list.js";
import { showTaken } from "./pictures-taken.js";

let count = 0;

// page: {next(), gone(line), changed()}. line.state: waiting, sending, refused, taken;
// line.taken: what showTaken() returns.
export function makeLine(file, page, refusal) {
  count += 1;
  const id = `upload-${count}`;
  const name = make("span", { class: "file", id }, file.name);
  const bar = make("progress", { max: 100, value: 0, "aria-labelledby": id });
  const said = make("span", {});
  const acts = make("span", { class: "acts" });
  const element = make("li", {}, name, bar, said, acts);
  const line = { element, name: file.name, state: "waiting", taken: null, begin, unsaved };
  let sending = null;
  if (refusal) refuse({ message: refusal });
  else wait();
  return line;

  function wait() {
    line.state = "waiting";
    element.className = "";
    said.className = "quiet small";
    said.textContent = "Waiting";
    bar.hidden = false;
    bar.value = 0;
    acts.replaceChildren(act("Stop", leave));
  }

  function act(label, onclick) {
    const whose = make("span", { class: "visually-hidden" }, ` ${file.name}`);
    return make("button", { type: "button", class: "quiet", onclick }, label, whose);
  }

  async function begin(first = true) {
    line.state = "sending";
    sending = upload(file, tell);
    try {
      take(await sending.done);
    } catch (problem) {
      // Who has logged in again meanwhile has another token: the page brings it along.
      if (first && problem?.refused && (await redraw())) return begin(false);
      if (problem) refuse(problem);
    }
  }

  function tell(gone, all) {
    const [part, whole] = [gone, all].map((bytes) => (bytes / 2 ** 20).toFixed(1));
    bar.value = (100 * gone) / (all || 1);
    said.textContent = `${part} of ${whole} MB`;
  }

  function refuse({ message, again }) {
    line.state = "refused";
    element.className = "bad";
    bar.hidden = true;
    said.className = "err";
    said.textContent = message;
    acts.replaceChildren(act("Dismiss", leave));
    if (again) acts.prepend(act("Try again", retry));
  }

  async function retry() {
    wait();
    acts.firstChild.focus();
    await redraw(); // and with it the token of who has logged in again
    page.next();
  }

  function take({ picture, doubles }) {
    line.state = "taken";
    element.className = "taken";
    acts.replaceChildren(act("Done", leave));
    line.taken = showTaken(picture, doubles, () => {
      page.changed();
      redrawSoon();
    });
    element.replaceChildren(...line.taken.parts, acts);
    redrawSoon();
  }

  function leave() {
    sending?.stop();
    const beside = element.nextElementSibling ?? element.previousElementSibling;
    element.remove();
    line.taken?.leave();
    (beside?.querySelector("button") ?? document.getElementById("pictures")).focus();
    page.gone(line);
  }

  function unsaved() {
    return ["waiting", "sending"].includes(line.state) || Boolean(line.taken?.unsaved());
  }
}
