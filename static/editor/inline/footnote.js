import { Node } from "../vendor/tiptap.js";

// Its number follows from its place in the document.
export const Footnote = Node.create({
  name: "footnote",
  inline: true,
  group: "inline",
  atom: true,
  addAttributes: () => ({ text: { default: "" }, url: { default: "" } }),
  parseHTML: () => [
    {
      tag: "sup[data-footnote]",
      priority: 60,
      getAttrs: (sup) => ({ text: sup.dataset.footnote, url: sup.dataset.url ?? "" }),
    },
  ],
  renderHTML: ({ node }) => ["sup", { "data-footnote": node.attrs.text, "data-url": node.attrs.url }],
});
