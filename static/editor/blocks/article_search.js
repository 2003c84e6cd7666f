// A field that finds articles of ours while one types. taken(article) gets the chosen one.
import { searchArticles } from "../articles.js";
import { combobox } from "../combobox.js";
import { make } from "../dom.js";

let count = 0;

export function articleSearch(label, taken) {
  const id = `article-search-${(count += 1)}`;
  const input = make("input", { id, type: "text" });
  const said = make("p", { class: "block-said" });
  const { list } = combobox(input, {
    name: "Articles found",
    find: searchArticles,
    parts: ({ headline, desk, when, state_name }) => [
      make("b", {}, headline),
      make("small", {}, [desk, when, state_name].filter(Boolean).join(" · ")),
    ],
    take(article) {
      input.value = "";
      taken(article);
    },
    told: (words) => (said.textContent = words),
    none: () => "No articles match.",
    first: () => true,
  });
  return {
    dom: make(
      "div",
      { class: "article-search" },
      make("label", { for: id }, label),
      input,
      list,
      said,
    ),
    input,
  };
}
