// A field that offers what it finds while one types. The focus stays in the field; the arrows walk
// in the list, Enter takes, Escape closes it. What is looked for is no part of the text.
import { announce } from "./announce.js";
import { make } from "./dom.js";
import { later } from "./later.js";

const PAUSE = 200;

// Returns {list, close}; list is to be put after the input. The rest comes from whoever uses it:
// name        the list's, for who hears it
// find(text)  → items; its Error is for the person
// parts(item) → what its option shows; none of it can be taken where isOff(item)
// take(item)  when one is chosen
// none(text) → what is said when nothing was found; heard(items) when something was
// told(words) is given what went wrong, or that nothing was found, or ""
// first(item) → true: the first of these is chosen already
export function combobox(
  input,
  {
    name,
    find,
    parts,
    take,
    told = () => {},
    none = () => "",
    heard = (items) => `${items.length} found`,
    first = () => false,
    isOff = () => false,
  },
) {
  const id = `${input.id}-matches`;
  const list = make("ul", {
    id,
    class: "matches",
    role: "listbox",
    "aria-label": name,
    hidden: true,
  });
  let items = [];
  let at = -1;
  const role = {
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": id,
    autocomplete: "off",
  };
  for (const [key, value] of Object.entries(role)) input.setAttribute(key, value);
  offer([]);

  function offer(found) {
    items = found;
    list.replaceChildren(...items.map(option));
    list.hidden = !items.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(items.findIndex(first));
    if (!list.hidden) list.scrollIntoView({ block: "nearest" });
  }

  function option(item, n) {
    const off = isOff(item) && "true";
    const chosen = () => choose(item);
    return make(
      "li",
      { id: `${id}-${n}`, role: "option", "aria-disabled": off, onclick: chosen },
      ...parts(item),
    );
  }

  function mark(n) {
    at = n;
    [...list.children].forEach((each, i) => each.setAttribute("aria-selected", String(i === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  function choose(item) {
    close();
    take(item);
  }

  function close() {
    look.cancel();
    offer([]);
  }

  const look = later(async () => {
    const text = input.value.trim();
    const found = await Promise.resolve(text ? find(text) : null).catch((error) => error);
    // A late answer is for words that stand there no more.
    if (input.value.trim() !== text || document.activeElement !== input) return;
    const isBad = found instanceof Error;
    offer((!isBad && found) || []);
    const problem = isBad ? found.message : found?.length === 0 ? none(text) : "";
    told(problem);
    if (found) announce(problem || heard(items));
  }, PAUSE);

  input.addEventListener("input", (event) => {
    event.stopPropagation();
    told("");
    look();
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || list.hidden) return;
    if (step) mark((Math.max(at, step < 0 ? 0 : -1) + step + items.length) % items.length);
    else if (event.key === "Enter" && at >= 0) choose(items[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("blur", close);
  return { list, close };
}
