// A menu under a button: arrows, first letters, Enter; Escape or Tab closes it.
import { make } from "./dom.js";
import { placeWithin } from "./place.js";

// entries: { label, hint, run }, { title } over a group, null for a rule. done() after a choice
// or Escape, where the focus goes.
export function openMenu(button, entries, done) {
  const items = [];
  const menu = make("div", {
    class: "menu",
    role: "menu",
    "aria-label": button.getAttribute("aria-label"),
  });
  for (const entry of entries) menu.append(part(entry));
  button.setAttribute("aria-expanded", "true");
  button.after(menu);
  placeWithin(menu, button.getBoundingClientRect());
  items[0].focus();

  function part(entry) {
    if (!entry) return make("hr");
    if (entry.title) return make("p", { role: "presentation" }, entry.title);
    const choose = () => {
      close();
      entry.run();
      done();
    };
    const item = make(
      "button",
      { type: "button", role: "menuitem", tabindex: "-1", onclick: choose },
      entry.label,
    );
    if (entry.hint) item.append(make("kbd", { "aria-hidden": "true" }, entry.hint));
    items.push(item);
    return item;
  }

  function close() {
    menu.removeEventListener("focusout", left);
    menu.remove();
    button.setAttribute("aria-expanded", "false");
  }

  function left(event) {
    if (!menu.contains(event.relatedTarget)) close();
  }

  menu.addEventListener("focusout", left);
  menu.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) items.at(to % items.length).focus();
    else if (event.key === "Escape" || event.key === "Tab") {
      close();
      done();
    } else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey) {
      const next = [...items.slice(at + 1), ...items].find((each) =>
        each.textContent.toLowerCase().startsWith(event.key.toLowerCase()),
      );
      next?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
