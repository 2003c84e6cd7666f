// Links to articles of ours, found by typing.
import { make } from "../dom.js";
import { articlesById } from "../articles.js";
import { Node } from "../vendor/tiptap.js";
import { articleSearch } from "./article_search.js";
import { stored } from "./attributes.js";
import { insertAndEnter } from "./insert.js";
import { rowTool } from "./rows.js";
import { dispatchStep } from "./steps.js";
import { titleField } from "./titled.js";

const MOST = 20;

const RelatedArticles = Node.create({
  name: "relatedArticles",
  group: "block",
  atom: true,
  ...stored("nav", "related", { title: "", articles: [] }),
  addNodeView: () => relatedView,
});

function relatedView(view) {
  let { node } = view;
  const known = new Map(); // id → article, or null where there is none to be seen
  const title = titleField(view, "title", "Related", "block-title");
  const list = make("ol", { class: "related-list" });
  const said = make("p", { class: "block-said", role: "status" });
  const search = articleSearch("Add an article by its headline, topic or address", take);
  const dom = make(
    "div",
    { class: "block block-related", contenteditable: "false" },
    title.dom,
    list,
    search.dom,
    said,
  );

  function take(article) {
    const { articles } = node.attrs;
    known.set(article.id, article);
    said.textContent = articles.includes(article.id)
      ? "It stands there already."
      : articles.length >= MOST
        ? `At most ${MOST} articles fit into one block.`
        : "";
    if (!said.textContent) write([...articles, article.id]);
  }

  function write(articles) {
    const at = view.getPos();
    if (at === undefined) return;
    dispatchStep(view.editor, view.editor.state.tr.setNodeAttribute(at, "articles", articles));
  }

  function move(at, by) {
    const articles = [...node.attrs.articles];
    const [id] = articles.splice(at, 1);
    articles.splice(at + by, 0, id);
    write(articles);
    const moved = list.children[at + by];
    const same = moved.querySelector(by < 0 ? ".row-up" : ".row-down");
    (same.disabled ? moved.querySelector(".row-tool:enabled") : same).focus();
  }

  function remove(at) {
    write(node.attrs.articles.filter((_, n) => n !== at));
    (
      list.children[Math.min(at, list.children.length - 1)]?.querySelector(".row-remove") ??
      search.input
    ).focus();
  }

  async function learn() {
    const missing = node.attrs.articles.filter((id) => !known.has(id));
    if (!missing.length) return;
    try {
      const found = await articlesById(missing);
      for (const id of missing) known.set(id, found.find((each) => each.id === id) ?? null);
      draw();
    } catch (error) {
      said.textContent = error.message;
    }
  }

  function draw() {
    const { articles } = node.attrs;
    list.replaceChildren(...articles.map((id, at) => line(known.get(id), id, at, articles.length)));
  }

  function line(article, id, at, count) {
    const name =
      article?.headline ??
      (article === null ? `Article ${id} is gone, or not yours to see` : "Looking it up…");
    const button = (kind, label, run, disabled) =>
      rowTool(kind, label, run, { of: name, disabled });
    return make(
      "li",
      {},
      make("span", { class: "related-name" }, name),
      article
        ? make("span", { class: "meta" }, [article.desk, article.when].filter(Boolean).join(" · "))
        : null,
      article && article.state !== "published"
        ? make(
            "span",
            { class: `state state-${article.state}` },
            `${article.state_name}: readers do not see it`,
          )
        : null,
      make(
        "span",
        { class: "row-tools" },
        button("up", "Move up", () => move(at, -1), at === 0),
        button("down", "Move down", () => move(at, 1), at === count - 1),
        button("remove", "Remove", () => remove(at)),
      ),
    );
  }

  draw();
  learn();
  return {
    dom,
    update(changed) {
      if (changed.type.name !== "relatedArticles") return false;
      const same = changed.attrs.articles === node.attrs.articles;
      node = changed;
      title.update(node);
      if (same) return true;
      draw();
      learn();
      return true;
    },
    stopEvent: () => true,
    ignoreMutation: () => true,
  };
}

export const nodes = [RelatedArticles];
export const menu = [
  {
    label: "Related articles",
    hint: "Cards for articles of ours",
    also: "see also read more links cards",
    insert: (chain, editor) =>
      insertAndEnter(chain, editor, { type: "relatedArticles" }, "[role=combobox]"),
  },
];
