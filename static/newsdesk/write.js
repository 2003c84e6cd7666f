// The writing page. Without it everything works too: this counts, warns and saves keystrokes.
import { mountBody } from "./body.js";
import { enhanceTopics } from "./topics.js";
import { enhanceSchedule } from "./schedule.js";

const form = document.getElementById("article_form");
const saved = document.getElementById("saved");
const primary = document.getElementById("primary");

function say(state, words) {
  saved.dataset.state = state;
  document.getElementById("saved-text").textContent = words;
}

// Enter in a field on one line is no wish to save; in a headline it is no new line.
form?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  if (event.target.matches("input:not([type=submit]), #id_headline, #id_standfirst")) {
    event.preventDefault();
  }
});

let dirty = Boolean(document.querySelector(".errornote"));
form?.addEventListener("input", () => {
  if (!dirty) say("dirty", "Not saved yet");
  dirty = true;
  // What the gate said is about the saved text; it looks again when the button is pressed.
  if (primary?.hasAttribute("aria-disabled")) primary.setAttribute("aria-disabled", "false");
});
form?.addEventListener("submit", () => {
  dirty = false;
});
addEventListener("beforeunload", (event) => {
  if (dirty) event.preventDefault();
});
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s" && form) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("[name=_continue]"));
  }
});

const headline = document.getElementById("id_headline");
function countHeadline() {
  const hint = document.getElementById("headline-hint");
  const length = headline.value.trim().length;
  hint.textContent = length
    ? `${length} characters. Search results cut at about 60`
    : "Up to about 60 characters fit a search result";
  hint.classList.toggle("warnmark", length > 70);
}
headline?.addEventListener("input", countHeadline);
if (headline) countHeadline();

// Browsers without field-sizing grow the copy's boxes here.
if (!CSS.supports("field-sizing", "content")) {
  const grow = (box) => {
    box.style.setProperty("height", "auto");
    box.style.setProperty("height", `${box.scrollHeight}px`);
  };
  for (const box of document.querySelectorAll(".field:not(.source) textarea")) {
    grow(box);
    box.addEventListener("input", () => grow(box));
  }
}

const outline = document.getElementById("outline");
const toggle = document.getElementById("outline-toggle");
function show(open) {
  outline.classList.toggle("open", open);
  toggle.setAttribute("aria-expanded", String(open));
}
toggle?.addEventListener("click", () => {
  const open = !outline.classList.contains("open");
  show(open);
  if (open) outline.querySelector("a")?.focus();
});
outline?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  show(false);
  toggle.focus();
});

const bylines = document.getElementById("bylines");
const add = bylines?.querySelector(".add");
if (add) {
  add.hidden = false;
  add.addEventListener("click", () => {
    const total = bylines.querySelector("[name$=TOTAL_FORMS]");
    const row = bylines.querySelector("template").content.cloneNode(true);
    for (const part of row.querySelectorAll("[name], [for], [id]")) {
      for (const name of ["name", "for", "id"]) {
        const value = part.getAttribute(name);
        if (value) part.setAttribute(name, value.replace("__prefix__", total.value));
      }
    }
    total.value = String(Number(total.value) + 1);
    row.querySelector("[name$=position]").value = total.value;
    add.before(row);
    add.previousElementSibling.querySelector("select").focus();
  });
}

if (form) mountBody(form);
for (const box of document.querySelectorAll(".topics")) enhanceTopics(box);
for (const box of document.querySelectorAll("[data-schedule]")) enhanceSchedule(box, primary);
