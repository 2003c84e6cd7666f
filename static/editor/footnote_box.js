// A footnote's words and source, edited beside its number.
import { openBox } from "./box.js";
import { fieldRow } from "./fields.js";
import { make } from "./dom.js";
import { NodeSelection } from "./vendor/tiptap.js";

const FIELDS = [
  {
    name: "text",
    label: "Footnote",
    wide: true,
    longest: 2000,
    placeholder: "What readers find under the article",
  },
  { name: "url", label: "Source", type: "url", wide: true },
];

// At the cursor: the footnote that is selected, or a new one after the words.
export function openFootnote(editor) {
  if (!(editor.state.selection.node?.type.name === "footnote")) insert(editor);
  const { from, node } = editor.state.selection;
  if (node?.type.name !== "footnote") return false;
  const row = fieldRow({ node, editor, getPos: () => editor.state.selection.from }, FIELDS);
  const follow = () => {
    const now = editor.state.selection.node;
    if (now?.type.name === "footnote") row.update(now);
    else box.close(false);
  };
  const remove = () => {
    const { from, to } = editor.state.selection;
    box.close();
    editor.chain().focus().deleteRange({ from, to }).run();
  };
  const acts = make(
    "p",
    { class: "acts" },
    make("button", { type: "button", onclick: () => box.close() }, "Done"),
    make("button", { type: "button", class: "quiet", onclick: remove }, "Remove the footnote"),
  );
  const box = openBox(editor, "Footnote", [row.dom, acts], () => {
    editor.off("update", follow);
    const { selection } = editor.state;
    if (selection.from === from && selection.node) editor.commands.setTextSelection(selection.to);
  });
  editor.on("update", follow);
  row.focus();
  return true;
}

function insert(editor) {
  const { to, $to } = editor.state.selection;
  if (!$to.parent.inlineContent) return;
  const note = editor.schema.nodes.footnote.create();
  const { tr } = editor.state;
  if (!$to.parent.type.contentMatch.matchType(note.type)) return;
  tr.insert(to, note).setSelection(NodeSelection.create(tr.doc, to));
  editor.view.dispatch(tr.scrollIntoView());
}
