import { Node } from "../vendor/tiptap.js";

const FactBox = Node.create({
  name: "factBox",
  group: "block",
  content: "factRow+",
  isolating: true,
  addAttributes: () => ({ title: { default: "", rendered: false } }),
  parseHTML: () => [{ tag: "dl[data-fact-box]", getAttrs: (dl) => ({ title: dl.dataset.factBox }) }],
  renderHTML: ({ node }) => ["dl", { "data-fact-box": node.attrs.title }, 0],
});

const FactRow = Node.create({
  name: "factRow",
  atom: true,
  addAttributes: () =>
    Object.fromEntries(
      ["term", "value", "unit", "asOf", "source", "sourceUrl"].map((name) => [
        name,
        { default: "", rendered: false },
      ]),
    ),
  parseHTML: () => [{ tag: "div[data-fact]", getAttrs: (div) => JSON.parse(div.dataset.fact) }],
  renderHTML: ({ node }) => ["div", { "data-fact": JSON.stringify(node.attrs) }],
});

export const nodes = [FactBox, FactRow];
export const menu = [
  {
    label: "Fact box",
    hint: "A title and rows of facts",
    insert: (chain) => chain.insertContent({ type: "factBox", content: [{ type: "factRow" }] }),
  },
];
