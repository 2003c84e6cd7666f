import { Node } from "../vendor/tiptap.js";

const RelatedArticles = Node.create({
  name: "relatedArticles",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    title: { default: "", rendered: false },
    articles: { default: [], rendered: false },
  }),
  parseHTML: () => [
    { tag: "nav[data-related]", getAttrs: (nav) => JSON.parse(nav.dataset.related) },
  ],
  renderHTML: ({ node }) => ["nav", { "data-related": JSON.stringify(node.attrs) }],
});

export const nodes = [RelatedArticles];
export const menu = [
  {
    label: "Related articles",
    hint: "Cards for articles of ours",
    insert: (chain) => chain.insertContent({ type: "relatedArticles" }),
  },
];
