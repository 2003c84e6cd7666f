// The block menu: "/" at the start of an empty line. The focus stays in the text; the arrows,
// Enter and Escape belong to the menu while it is open, and what is typed narrows it down.
import { make } from "./dom.js";
import { eachFrame } from "./later.js";
import { placeWithin } from "./place.js";
import { ENTRIES } from "./schema.js";
import { shown } from "./shortcuts.js";
import { Extension, Plugin } from "./vendor/tiptap.js";

const ASKED = /^\/([\p{L}\d ]{0,30})$/u;

export const Slash = Extension.create({
  name: "slash",
  priority: 1000,
  addStorage: () => ({ menu: null }),
  addProseMirrorPlugins() {
    const { storage } = this;
    return [
      new Plugin({ props: { handleKeyDown: (_, event) => storage.menu?.press(event) ?? false } }),
    ];
  },
});

export function mountSlash(editor, host) {
  const list = make("div", {
    class: "slash",
    id: "slash",
    role: "listbox",
    "aria-label": "Add a block",
    // It scrolls; the keys reach it from the text, and a browser's own scrolling would, too.
    tabindex: "0",
    hidden: true,
  });
  const text = editor.view.dom;
  let entries = [];
  let at = 0;
  let refused = null;
  let drawn;
  host.prepend(list);
  text.setAttribute("aria-haspopup", "listbox");
  text.setAttribute("aria-controls", list.id);

  // { query, from, to } when the line asks for the menu.
  function asked() {
    const { $from, empty } = editor.state.selection;
    const line = $from.parent;
    if (!empty || $from.depth !== 1 || line.type.name !== "paragraph" || !editor.view.hasFocus())
      return null;
    const query = ASKED.exec(line.textContent)?.[1];
    if (query === undefined || $from.parentOffset !== line.content.size) return null;
    return { query, from: $from.start(), to: $from.end() };
  }

  function draw() {
    if (editor.isDestroyed) return;
    const wish = asked();
    if (!wish) refused = null;
    entries = wish && refused !== wish.from ? matching(wish.query) : [];
    list.hidden = !entries.length;
    drawn = list.hidden ? undefined : wish.query;
    if (list.hidden) return text.removeAttribute("aria-activedescendant");
    list.replaceChildren(...entries.map(option));
    placeWithin(list, editor.view.coordsAtPos(wish.from));
    mark(0);
  }
  const look = eachFrame(draw);

  function mark(n) {
    at = (n + entries.length) % entries.length;
    [...list.children].forEach((each, i) => each.setAttribute("aria-selected", String(i === at)));
    list.children[at].scrollIntoView({ block: "nearest" });
    text.setAttribute("aria-activedescendant", list.children[at].id);
  }

  function choose(entry) {
    const { from, to } = asked();
    list.hidden = true;
    // The focus is in the text, and a block may take it at once.
    const chain = editor.chain().deleteRange({ from, to });
    entry.insert(chain, editor)?.run();
  }

  function option(entry, n) {
    const { label, hint, typed, keys } = entry;
    const short = typed ?? (keys && shown(keys));
    return make(
      "div",
      {
        role: "option",
        id: `slash-${n}`,
        onclick: () => choose(entry),
        onmousemove: () => n !== at && mark(n),
      },
      make("b", {}, label),
      short && make("kbd", {}, short),
      make("small", {}, hint),
    );
  }

  list.addEventListener("mousedown", (event) => event.preventDefault());
  for (const moment of ["selectionUpdate", "update", "focus", "blur"]) editor.on(moment, look);
  editor.storage.slash.menu = {
    press(event) {
      const { key } = event;
      if (event.isComposing) return false;
      // Typed faster than the menu is drawn.
      if (key === "Enter" && asked()?.query !== drawn) draw();
      if (list.hidden) return false;
      if (key === "ArrowDown") mark(at + 1);
      else if (key === "ArrowUp") mark(at - 1);
      else if (key === "Enter" && asked()) choose(entries[at]);
      else if (key === "Escape") {
        refused = asked()?.from;
        look();
      } else return false;
      return true;
    },
  };
}

// By the beginnings of words: in the label first, then in what people call it too, and where neither
// has them, in the hint.
function matching(query) {
  const wish = query.trim().toLowerCase();
  const begins = (words = "") => ` ${words.toLowerCase()}`.includes(` ${wish}`);
  const named = ENTRIES.filter(({ label }) => begins(label));
  const called = ENTRIES.filter((entry) => begins(entry.also) && !named.includes(entry));
  const found = wish ? [...named, ...called] : ENTRIES;
  return found.length ? found : ENTRIES.filter(({ hint }) => begins(hint));
}
