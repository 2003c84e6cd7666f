// A field that finds articles of ours while one types. taken(article) gets the chosen one.
import { searchArticles } from "../articles.js";
import { make } from "../dom.js";

const PAUSE = 200;
let count = 0;

export function articleSearch(label, taken) {
  const id = `article-search-${(count += 1)}`;
  const input = make("input", {
    id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": `${id}-list`,
  });
  const list = make("ul", { id: `${id}-list`, role: "listbox", "aria-label": "Articles found", class: "found", hidden: true });
  const said = make("p", { class: "block-said", role: "status" });
  const dom = make("div", { class: "article-search" }, make("label", { for: id }, label), input, list, said);
  let found = [];
  let at = -1;
  let pause;

  function show(articles) {
    found = articles;
    list.replaceChildren(...articles.map(option));
    list.hidden = !articles.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(articles.length ? 0 : -1);
  }

  function option(article, n) {
    const about = [article.desk, article.when, article.state_name].filter(Boolean).join(" · ");
    return make(
      "li",
      { id: `${id}-${n}`, role: "option", onmousedown: (event) => event.preventDefault(), onclick: () => take(n) },
      make("b", {}, article.headline),
      make("small", {}, about),
    );
  }

  function mark(next) {
    at = next;
    [...list.children].forEach((each, n) => each.setAttribute("aria-selected", String(n === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${id}-${at}`);
    list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  function take(n) {
    const article = found[n];
    input.value = "";
    show([]);
    input.focus();
    taken(article);
  }

  async function look() {
    const asked = input.value.trim();
    if (!asked) return show([]);
    try {
      const articles = await searchArticles(asked);
      if (input.value.trim() !== asked) return;
      show(articles);
      said.textContent = articles.length ? "" : "No articles match.";
    } catch (error) {
      said.textContent = error.message;
    }
  }

  input.addEventListener("input", (event) => {
    // What is looked for is no part of the text.
    event.stopPropagation();
    said.textContent = "";
    clearTimeout(pause);
    pause = setTimeout(look, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && found.length) mark((at + 1) % found.length);
    else if (event.key === "ArrowUp" && found.length) mark((at - 1 + found.length) % found.length);
    else if (event.key === "Enter" && at >= 0) take(at);
    else if (event.key === "Escape" && found.length) {
      show([]);
      event.stopPropagation();
    } else if (event.key !== "Enter") return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => show([]));
  return { dom, input };
}
