import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import { Node, textblockTypeInputRule } from "../vendor/tiptap.js";
import { attributes, carried } from "./attributes.js";

const FIELDS = [
  { name: "speaker", label: "Speaker" },
  { name: "role", label: "Role" },
  { name: "date", label: "Date", type: "date" },
  { name: "source", label: "Source", type: "url" },
];
const EMPTY = { speaker: "", role: "", date: "", source: "" };

const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  content: "inline*",
  defining: true,
  isolating: true,
  addAttributes: attributes(EMPTY),
  parseHTML: () => [
    { tag: "aside[data-pull-quote]", contentElement: "p", getAttrs: carried("pullQuote", EMPTY) },
  ],
  renderHTML: ({ node }) => ["aside", { "data-pull-quote": JSON.stringify(node.attrs) }, ["p", 0]],
  addNodeView: () => (view) => {
    const row = fieldRow(view, FIELDS);
    const contentDOM = make("p");
    const quote = make("blockquote", {}, contentDOM);
    return {
      ...row,
      dom: make("figure", { class: "pull block", "aria-label": "Pull quote" }, quote, row.dom),
      contentDOM,
      update: (node) => node.type.name === "pullQuote" && (row.update(node), true),
    };
  },
  addKeyboardShortcuts() {
    const { editor, name } = this;
    const here = () => editor.isActive(name);
    return {
      "Mod-Alt-q": () => editor.commands.toggleNode(name, "paragraph"),
      // Words after the cursor go on as a paragraph: one quotation has one speaker.
      Enter: () => here() && editor.chain().splitBlock({ keepMarks: false }).setNode("paragraph").run(),
      Backspace() {
        const { empty, $from } = editor.state.selection;
        return here() && empty && !$from.parentOffset && editor.commands.setNode("paragraph");
      },
    };
  },
  addInputRules() {
    return [textblockTypeInputRule({ find: /^>\s$/, type: this.type })];
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
