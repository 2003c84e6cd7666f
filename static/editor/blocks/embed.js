import { Node } from "../vendor/tiptap.js";

const Embed = Node.create({
  name: "embed",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    url: { default: "", rendered: false },
    title: { default: "", rendered: false },
  }),
  parseHTML: () => [{ tag: "div[data-embed]", getAttrs: (div) => JSON.parse(div.dataset.embed) }],
  renderHTML: ({ node }) => ["div", { "data-embed": JSON.stringify(node.attrs) }],
});

export const nodes = [Embed];
export const menu = [
  {
    label: "Embed",
    hint: "A video or post, by its address",
    insert: (chain) => chain.insertContent({ type: "embed" }),
  },
];
