import { Node } from "../vendor/tiptap.js";

const Figure = Node.create({
  name: "figure",
  group: "block",
  content: "inline*",
  draggable: true,
  isolating: true,
  addAttributes: () => ({
    image: { default: null, rendered: false },
    alt: { default: "", rendered: false },
    credit: { default: "", rendered: false },
  }),
  parseHTML: () => [
    {
      tag: "figure[data-figure]",
      contentElement: "figcaption",
      getAttrs: (figure) => JSON.parse(figure.dataset.figure),
    },
  ],
  renderHTML: ({ node }) => [
    "figure",
    { "data-figure": JSON.stringify(node.attrs) },
    ["figcaption", 0],
  ],
});

export const nodes = [Figure];
export const menu = [];
