// The writing page. Without it everything works too: this counts, warns and saves keystrokes.
//
// What the parts tell each other, as events on `document` (those of the text bubble up to it):
//   input          on the form: something was typed or chosen
//   kept           the server has the text (keep.js); detail: its answer
//   signedout      we were signed out while only our presence was told (presence.js)
//   startover      nothing more is to be kept of this page (restore.js); goon: it is, after all
//   findings       what the gate found (check.js); detail: [{level, message, anchor, block}]
//   picture-words  the lead picture's words were saved in the library (lead.js)
//   comment        a comment on the selected words is wished for (editor/tools.js)
//   passage        a passage with a comment was pressed (editor/comments.js); detail: the comment's id
import { mountBody } from "./body.js";
import { enhanceBylines } from "./bylines.js";
import { enhanceCheck } from "./check.js";
import { enhanceComments } from "./comments.js";
import { enablePageKeys } from "./page_keys.js";
import { enhanceLead } from "./lead.js";
import { enhanceTopics } from "./topics.js";
import { enhanceBeside } from "./beside.js";
import { enhanceSchedule } from "./schedule.js";
import { enhanceKeep } from "./keep.js";
import { enhancePresence } from "./presence.js";
import { restore } from "./restore.js";
import { enableReturn } from "./return.js";

const form = document.getElementById("article_form");
// Before anything else reads the fields.
const found = form && restore(form);
const primary = document.getElementById("primary");

// Enter in a field on one line is no wish to save; in a headline it is no new line, but goes on.
form?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  const { target } = event;
  if (!target.matches("input:not([type=submit]), #id_headline, #id_standfirst")) return;
  event.preventDefault();
  if (target === headline) document.getElementById("id_standfirst").focus();
  else if (target.id === "id_standfirst" && editor) {
    editor.commands.setTextSelection(0);
    editor.view.focus();
  }
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

const editor = form && mountBody(form);
const bylines = document.getElementById("bylines");
if (bylines) enhanceBylines(bylines);
enablePageKeys();
for (const box of document.querySelectorAll(".lead-box")) enhanceLead(box);
const topics = document.querySelector(".topics");
const suggest = topics && enhanceTopics(topics, form, found?.fields);
for (const box of document.querySelectorAll("[data-schedule]")) enhanceSchedule(box, primary);
enhanceKeep(form, found);
enhancePresence(form, editor);
enhanceBeside(document.getElementById("beside-toggle"));
const comments = document.getElementById("comments");
if (comments) enhanceComments(comments, editor);
if (form) enhanceCheck(form, primary, suggest);
if (editor) enableReturn(form, editor);
if (headline && !headline.value && document.activeElement === document.body) headline.focus();
