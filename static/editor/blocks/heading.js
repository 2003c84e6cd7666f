import { Node, textblockTypeInputRule } from "../vendor/tiptap.js";

const Heading = Node.create({
  name: "heading",
  group: "block",
  content: "inline*",
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false, validate: checkLevel } }),
  parseHTML: () => [
    { tag: "h1", attrs: { level: 2 } },
    { tag: "h2", attrs: { level: 2 } },
    ...["h3", "h4", "h5", "h6"].map((tag) => ({ tag, attrs: { level: 3 } })),
  ],
  renderHTML: ({ node }) => [`h${node.attrs.level}`, 0],
  addKeyboardShortcuts() {
    const toggle = (level) => () =>
      this.editor.commands.toggleNode(this.name, "paragraph", { level });
    return { "Mod-Alt-2": toggle(2), "Mod-Alt-3": toggle(3) };
  },
  addInputRules() {
    const { type } = this;
    return [
      textblockTypeInputRule({ find: /^##\s$/, type, getAttributes: { level: 2 } }),
      textblockTypeInputRule({ find: /^###\s$/, type, getAttributes: { level: 3 } }),
    ];
  },
});

function checkLevel(level) {
  if (level !== 2 && level !== 3) throw new RangeError("A heading is of level 2 or 3.");
}

export const nodes = [Heading];
export const menu = [
  {
    label: "Section heading",
    hint: "Divides the article, shows in the outline",
    also: "title subheading crosshead h2",
    typed: "##",
    keys: "Ctrl Alt 2",
    insert: (chain) => chain.setNode("heading", { level: 2 }),
  },
  {
    label: "Small heading",
    hint: "A part of a section",
    also: "subheading subsection crosshead h3",
    typed: "###",
    keys: "Ctrl Alt 3",
    insert: (chain) => chain.setNode("heading", { level: 3 }),
  },
];
