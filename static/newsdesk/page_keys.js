// Keys of the whole writing page: to the outline, to the panel, and the list of all keys.
import { showAllKeys } from "../editor/all_keys.js";
import { isMod } from "../editor/shortcuts.js";

export function enablePageKeys() {
  const outline = document.getElementById("outline");
  const toggle = document.getElementById("outline-toggle");

  function show(open) {
    outline.classList.toggle("open", open);
    toggle.setAttribute("aria-expanded", String(open));
  }

  function toOutline() {
    show(true);
    const link = outline.querySelector("a[aria-current]") ?? outline.querySelector("a");
    if (link) link.focus();
    else outline.focus();
  }

  function toPanel() {
    document.querySelector("#panel .panel-scroll").focus();
  }

  addEventListener("keydown", (event) => {
    if (!isMod(event)) return;
    const go = event.altKey
      ? { KeyO: toOutline, KeyP: toPanel }[event.code]
      : event.key === "/" && showAllKeys;
    if (!go) return;
    event.preventDefault();
    go();
  });
  document.getElementById("all-keys-button")?.addEventListener("click", showAllKeys);
  toggle?.addEventListener("click", () =>
    outline.classList.contains("open") ? show(false) : toOutline(),
  );
  outline?.addEventListener("click", (event) => event.target.closest("a") && show(false));
  outline?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    const back = toggle.checkVisibility() ? toggle : document.querySelector("#editor .copy");
    back?.focus();
  });
}
