// Lines over the page that say what happened to the text, each with what can be done about it.
import { make } from "../editor/dom.js";
import { announce } from "../editor/announce.js";

const box = make("div", { class: "kept-lines" });
// What is sticky below them makes room.
new ResizeObserver(() => {
  document.documentElement.style.setProperty("--lines", `${box.offsetHeight}px`);
}).observe(box);

// actions: [words, what to do] or [words, address]. A line takes the place of the one of its name.
export function showLine(name, text, actions = [], { urgent = false, silent = false } = {}) {
  if (!box.isConnected) document.querySelector(".desk-write")?.before(box);
  const line = make("div", { class: "kept-line", "data-line": name, "data-urgent": urgent });
  line.append(make("p", {}, text), ...actions.map(([words, act]) => action(words, act)));
  const old = find(name);
  if (old) old.replaceWith(line);
  else box.append(line);
  if (!silent) announce(text);
  return line;
}

export function hideLine(name) {
  find(name)?.remove();
}

const find = (name) => box.querySelector(`[data-line="${CSS.escape(name)}"]`);

function action(words, act) {
  if (typeof act === "function") {
    return make("button", { type: "button", class: "linkish", onclick: act }, words);
  }
  const tab = act.tab ? { target: "_blank" } : {};
  return make("a", { href: act.tab ?? act, ...tab }, words);
}
