// Comments in the panel: read, asked, answered and settled without leaving the text.
import { addresses } from "../editor/addresses.js";
import { placeOfPassage, selectedPassage, showPassages } from "../editor/comments.js";
import { make } from "../editor/dom.js";
import { announce } from "../editor/announce.js";
import { later } from "../editor/later.js";
import { ask, post } from "../editor/server.js";

const PROBLEM = "It could not be sent. Your words stand here; try again in a moment.";

// editor: null where the text is only read.
export function enhanceComments(section, editor) {
  if (!addresses.comments) return;
  const heading = section.querySelector("h2");
  const count = section.querySelector(".open-count");
  const box = make("div", { class: "threads" });
  let comments = [];
  const open = () => comments.filter(({ settled }) => !settled);
  const isGone = ({ id, quote, settled }) => quote && !settled && !placeOfPassage(editor, id);

  section.append(box);
  section.querySelector("h2 + p").remove();
  // What is written here is no change of the article.
  for (const name of ["input", "change"])
    section.addEventListener(name, (event) => event.stopPropagation());
  document.getElementById("editor")?.addEventListener("comment", () => {
    const passage = editor && selectedPassage(editor);
    if (passage) compose(passage);
  });
  editor?.view.dom.addEventListener("passage", ({ detail }) => {
    box.querySelector(`[data-comment="${detail}"]`)?.scrollIntoView({ block: "nearest" });
  });
  // A text put in as a whole carries no marks: what was lost is looked for again.
  editor?.on(
    "update",
    later(() => open().some((comment) => isGone(comment)) && mark(), 1500, 3000),
  );
  load();

  function mark() {
    if (!editor) return;
    showPassages(
      editor,
      open().filter(({ quote }) => quote),
    );
    for (const comment of comments) {
      const said = box.querySelector(`[data-comment="${comment.id}"] .gone`);
      if (said) said.hidden = !isGone(comment);
    }
  }

  async function load() {
    const answer = await ask(addresses.comments).catch(() => null);
    if (answer) show(answer.comments);
  }

  function show(list) {
    comments = list;
    const settled = comments.filter((comment) => comment.settled);
    count.textContent = String(open().length);
    box.replaceChildren(
      ...open().map(thread),
      make(
        "button",
        { type: "button", class: "quiet", onclick: () => compose() },
        "Comment on the article",
      ),
      settled.length ? folded(settled) : "",
    );
    mark();
  }

  function folded(settled) {
    const summary = make("summary", {}, `${settled.length} settled`);
    return make("details", {}, summary, ...settled.map(thread));
  }

  function thread(comment) {
    const { id, quote, settled, answers } = comment;
    return make(
      "div",
      {
        class: "thread",
        "data-comment": id,
        role: "group",
        "aria-label": `Comment by ${comment.by}`,
      },
      quote
        ? make("button", { type: "button", class: "quote", onclick: () => jump(comment) }, quote)
        : null,
      make("p", { class: "quiet small gone", hidden: true }, "The passage has changed"),
      ...[comment, ...answers].map(remark),
      settled ? closing(comment) : answering(comment),
    );
  }

  function closing({ id, settled }) {
    const reopen = make(
      "button",
      { type: "button", class: "linkish", onclick: () => send("reopen", { comment: id }) },
      "Open again",
    );
    return make("p", { class: "quiet small" }, `${settled} `, reopen);
  }

  function answering({ id, by }) {
    const text = make("textarea", {
      rows: 1,
      maxlength: 2000,
      "aria-label": `Answer to ${by}`,
      placeholder: "Answer",
    });
    const answer = make(
      "button",
      { type: "button", onclick: () => send("answer", { comment: id, text: text.value }, text) },
      "Answer",
    );
    const settle = make(
      "button",
      { type: "button", onclick: () => send("settle", { comment: id, text: text.value }, text) },
      "Settle",
    );
    return make("div", { class: "answering" }, text, make("p", {}, answer, " ", settle));
  }

  function compose(passage = {}) {
    box.querySelector(".compose")?.remove();
    const text = make("textarea", {
      rows: 3,
      maxlength: 2000,
      "aria-label": passage.quote ? "Comment on the passage" : "Comment on the article",
    });
    const add = make(
      "button",
      { type: "button", onclick: () => send("add", { ...passage, text: text.value }, text) },
      "Comment",
    );
    const leave = make("button", { type: "button", class: "linkish", onclick: close }, "Leave it");
    const form = make(
      "div",
      { class: "compose" },
      passage.quote ? make("blockquote", {}, passage.quote) : null,
      text,
      make("p", {}, add, " ", leave),
    );
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) close();
    });
    box.prepend(form);
    heading.scrollIntoView({ block: "nearest" });
    text.focus();
    function close() {
      form.remove();
      if (passage.quote) editor.commands.focus();
    }
  }

  async function send(act, fields, text) {
    if (text && act !== "settle" && !text.value.trim()) return text.focus();
    const data = new FormData();
    for (const [name, value] of Object.entries({ act, ...fields })) data.set(name, value);
    const { ok, data: answer } = await post(addresses.comments, data);
    if (!ok) return refuse(text, answer?.problem ?? PROBLEM);
    show(answer.comments);
    announce(
      { add: "Comment added", answer: "Answered", settle: "Settled", reopen: "Open again" }[act],
    );
    box
      .querySelector(
        `[data-comment="${fields.comment ?? answer.comments.at(-1)?.id}"] :is(textarea, button)`,
      )
      ?.focus();
  }

  function refuse(text, words) {
    announce(words);
    if (!text) return;
    const said = text.nextElementSibling?.matches(".err")
      ? text.nextElementSibling
      : make("p", { class: "err" });
    said.textContent = words;
    text.after(said);
    text.focus();
  }

  function jump({ id, quote }) {
    const place = editor && placeOfPassage(editor, id);
    if (place) return editor.chain().setTextSelection(place).focus().scrollIntoView().run();
    const line = quote.split("\n")[0];
    const piece = editor
      ? null
      : [...document.querySelectorAll("#body .piece")].find((each) =>
          each.textContent.includes(line),
        );
    if (piece) piece.focus();
    else announce("The passage has changed");
  }
}

function remark({ by, at, text }) {
  const head = make(
    "p",
    { class: "by" },
    make("b", {}, by),
    " ",
    make("span", { class: "quiet" }, at),
  );
  return make("div", { class: "remark" }, head, make("p", { class: "said" }, text));
}
