import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import { Node, textblockTypeInputRule, TextSelection } from "../vendor/tiptap.js";
import { stored } from "./attributes.js";

const FIELDS = [
  { name: "speaker", label: "Speaker" },
  { name: "role", label: "Role" },
  { name: "date", label: "Date", type: "date" },
  { name: "source", label: "Source", type: "url" },
];

const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  content: "inline*",
  defining: true,
  isolating: true,
  ...stored("aside", "pull-quote", { speaker: "", role: "", date: "", source: "" }, ["p", 0]),
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
      Enter: () => here() && goOn(editor),
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

// Words after the cursor go on as a paragraph: one quotation has one speaker. Nothing splits an
// isolating block, so the words are carried over.
function goOn(editor) {
  const { tr, schema, selection } = editor.state;
  const { $from, $to } = selection;
  const quote = $from.parent;
  if (!quote.content.size) return editor.commands.setNode("paragraph");
  if ($to.parent !== quote) return false;
  const rest = quote.content.cut($to.parentOffset);
  const before = rest.size === quote.content.size;
  if (before) tr.insert($from.before(), schema.nodes.paragraph.create());
  else {
    tr.delete($from.pos, $from.end()).insert(
      $from.pos + 1,
      schema.nodes.paragraph.create(null, rest),
    );
    tr.setSelection(TextSelection.create(tr.doc, $from.pos + 2));
  }
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}

export const nodes = [PullQuote];
export const menu = [
  {
    label: "Pull quote",
    hint: "Someone’s words, with who said them",
    also: "quote citation said voice",
    typed: ">",
    keys: "Ctrl Alt Q",
    insert: (chain) => chain.setNode("pullQuote"),
  },
];
