// A small box under the words it is about. Escape and Tab out of it go back to the text.
import { make } from "./dom.js";
import { place, selectionRect } from "./place.js";

let open = null;

// Returns { dom, close(back) }; back: false leaves the focus where it is. closed() is called once.
export function openBox(editor, label, content, closed = () => {}) {
  open?.close(false);
  const dom = make("div", { class: "box", role: "dialog", "aria-label": label }, ...content);
  const rect = selectionRect(editor);
  const box = {
    dom,
    close(back = true) {
      if (open !== box) return;
      open = null;
      dom.remove();
      closed();
      if (back) editor.view.focus();
    },
  };
  open = box;
  editor.view.dom.before(dom);
  place(dom, rect);
  dom.scrollIntoView({ block: "nearest" });

  dom.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const stops = [...dom.querySelectorAll("input, button, a[href]")].filter((each) =>
      each.checkVisibility(),
    );
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    const out = event.key === "Tab" && document.activeElement === edge;
    if (event.key !== "Escape" && !out) return;
    event.preventDefault();
    event.stopPropagation();
    box.close();
  });
  dom.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !dom.contains(event.relatedTarget)) box.close(false);
  });
  // What is typed here is no part of the form until it stands in the text.
  dom.addEventListener("input", (event) => event.stopPropagation());
  return box;
}

// A press of the mouse outside closes it too.
addEventListener("mousedown", (event) => {
  if (open && !open.dom.contains(event.target)) open.close(false);
});
