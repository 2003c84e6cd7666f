import { Node } from "../vendor/tiptap.js";

const NONE = { speaker: "", role: "", date: "", source: "" };

const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  content: "inline*",
  defining: true,
  isolating: true,
  addAttributes: () =>
    Object.fromEntries(Object.keys(NONE).map((name) => [name, { default: "", rendered: false }])),
  parseHTML: () => [
    { tag: "aside[data-pull-quote]", getAttrs: (aside) => JSON.parse(aside.dataset.pullQuote) },
  ],
  renderHTML: ({ node }) => ["aside", { "data-pull-quote": JSON.stringify(node.attrs) }, ["p", 0]],
  addKeyboardShortcuts() {
    return { "Mod-Alt-q": () => this.editor.commands.setNode(this.name) };
  },
});

export const nodes = [PullQuote];
export const menu = [
  {
    label: "Pull quote",
    hint: "Someone’s words, with who said them",
    typed: ">",
    keys: "Ctrl Alt Q",
    insert: (chain) => chain.setNode("pullQuote"),
  },
];
