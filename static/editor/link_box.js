// A link on the selected words: an address, or an article of ours found by its headline.
import { announce } from "../newsdesk/announce.js";
import { openBox } from "./box.js";
import { make } from "./dom.js";
import { afterPause } from "./place.js";
import { completed, linkComplaint } from "./values.js";

export function openLink(editor) {
  const { node, empty, $from } = editor.state.selection;
  if (node || (empty && !$from.parent.inlineContent)) return false;
  if (editor.isActive("link")) editor.commands.extendMarkRange("link");
  const old = editor.getAttributes("link").href ?? "";
  const said = make("p", { class: "block-said", id: "link-said" });
  const found = make("ul", { class: "found", id: "link-found", role: "listbox", "aria-label": "Our articles", hidden: true });
  const input = make("input", {
    id: "link-address",
    type: "text",
    role: "combobox",
    autocomplete: "off",
    "aria-expanded": "false",
    "aria-controls": found.id,
    "aria-autocomplete": "list",
    "aria-describedby": said.id,
  });
  const follow = make("a", { target: "_blank", rel: "noopener", hidden: true }, "Open it in a new tab");
  input.value = old;
  let articles = [];
  let at = -1;

  const box = openBox(editor, "Link", [
    make("label", { for: input.id }, "Address, or words of an article of ours"),
    input,
    found,
    said,
    make(
      "p",
      { class: "acts" },
      make("button", { type: "button", onclick: () => apply(input.value) }, old ? "Change the link" : "Set the link"),
      old && make("button", { type: "button", class: "quiet", onclick: remove }, "Remove the link"),
      follow,
    ),
  ]);

  function apply(value) {
    const href = completed("url", value);
    said.textContent = linkComplaint(href);
    input.setAttribute("aria-invalid", String(Boolean(said.textContent)));
    if (said.textContent) return input.focus();
    box.close();
    const link = { type: "link", attrs: { href } };
    if (!editor.state.selection.empty) editor.chain().focus().setMark("link", { href }).run();
    else editor.chain().focus().insertContent({ type: "text", text: words(href), marks: [link] }).run();
  }

  // Where no words are selected, the article's headline or the address stands.
  function words(href) {
    return articles.find(({ url }) => url === href)?.headline ?? href;
  }

  function remove() {
    box.close();
    editor.chain().focus().unsetMark("link").run();
  }

  const search = afterPause(async () => {
    const wish = input.value.trim();
    if (isAddress(wish)) return offer([]);
    const { searchArticles } = await import("./articles.js");
    const answer = await searchArticles(wish).catch((error) => {
      said.textContent = error.message;
    });
    if (input.value.trim() !== wish) return;
    offer(answer ?? []);
    if (answer) announce(answer.length ? `${answer.length} found` : "No article of ours has these words.");
  }, 200);

  function offer(list) {
    articles = list;
    at = -1;
    found.replaceChildren(...list.map(option));
    found.hidden = !list.length;
    input.setAttribute("aria-expanded", String(!found.hidden));
    input.removeAttribute("aria-activedescendant");
  }

  function option({ headline, url, desk, when }, n) {
    const what = url ? [desk, when].filter(Boolean).join(", ") : "Not published: it has no address yet";
    return make(
      "li",
      { id: `link-found-${n}`, role: "option", "aria-selected": "false", "aria-disabled": !url && "true", onclick: () => take(n) },
      headline,
      make("small", {}, what),
    );
  }

  function take(n) {
    if (articles[n].url) apply(articles[n].url);
    else said.textContent = "This article has no address before it is published.";
  }

  function move(by) {
    if (!articles.length) return;
    at = (at + by + articles.length) % articles.length;
    [...found.children].forEach((each, n) => each.setAttribute("aria-selected", String(n === at)));
    input.setAttribute("aria-activedescendant", found.children[at].id);
  }

  function look() {
    const href = completed("url", input.value);
    follow.hidden = Boolean(linkComplaint(href)) || href.startsWith("#");
    if (!follow.hidden) follow.href = href;
  }

  input.addEventListener("input", () => {
    said.textContent = "";
    input.setAttribute("aria-invalid", "false");
    look();
    search();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") at >= 0 ? take(at) : apply(input.value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  found.addEventListener("mousedown", (event) => event.preventDefault());
  look();
  input.select();
  input.focus();
  return true;
}

function isAddress(text) {
  return !text || /^([a-z]+:|[/#])/i.test(text) || completed("url", text) !== text;
}
