// Blocks moved, turned into others, deleted: each one step of undo.
import { blockAt } from "./places.js";
import { Selection, TextSelection } from "./vendor/tiptap.js";

// What a text block can be turned into, in the menu's order.
export const KINDS = [
  { name: "paragraph", label: "Paragraph" },
  { name: "heading", label: "Section heading", attrs: { level: 2 } },
  { name: "heading", label: "Small heading", attrs: { level: 3 } },
  { name: "bulletList", label: "List" },
  { name: "orderedList", label: "Numbered list" },
  { name: "pullQuote", label: "Pull quote" },
  { name: "blockQuote", label: "Quotation" },
];

export function isKind({ name, attrs }, node) {
  return node.type.name === name && (!attrs || node.attrs.level === attrs.level);
}

export function canTurn(node) {
  return KINDS.some(({ name }) => name === node.type.name);
}

// by: -1 up, 1 down. The neighbour is what moves, so cursor and focus stay where they are.
export function moveBlock(editor, index, by) {
  const block = blockAt(editor, index);
  const other = blockAt(editor, index + by);
  if (!block || !other || isEmptyEnd(editor, other)) return false;
  const { tr } = editor.state;
  tr.delete(other.pos, other.pos + other.node.nodeSize);
  tr.insert(by < 0 ? other.pos + block.node.nodeSize : block.pos, other.node);
  editor.view.dispatch(tr);
  return true;
}

export function deleteBlock(editor, index) {
  const { node, pos } = blockAt(editor, index);
  const { tr } = editor.state;
  tr.delete(pos, pos + node.nodeSize);
  if (!tr.doc.childCount) tr.insert(0, editor.schema.nodes.paragraph.create());
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)), 1));
  editor.view.dispatch(tr.scrollIntoView());
}

export function turnInto(editor, index, kind) {
  const { node, pos } = blockAt(editor, index);
  const { tr } = editor.state;
  tr.replaceWith(pos, pos + node.nodeSize, made(editor.schema, kind, node));
  tr.setSelection(TextSelection.near(tr.doc.resolve(pos + 1)));
  editor.view.dispatch(tr.scrollIntoView());
}

function isEmptyEnd(editor, { node, index }) {
  return index === editor.state.doc.childCount - 1 && isEmptyParagraph(node);
}

export function isEmptyParagraph(node) {
  return node.type.name === "paragraph" && node.content.size === 0;
}

function made(schema, { name, attrs }, from) {
  const { nodes } = schema;
  const lines = linesOf(from);
  const paragraphs = lines.map((line) => nodes.paragraph.create(null, line));
  if (name === "paragraph") return paragraphs;
  if (name === "blockQuote") return nodes.blockQuote.create(shared(from), paragraphs);
  if (name === "pullQuote") return nodes.pullQuote.create(shared(from), joined(nodes, lines));
  if (name === "heading") return [nodes.heading.create(attrs, lines[0]), ...paragraphs.slice(1)];
  return nodes[name].create(
    null,
    paragraphs.map((each) => nodes.listItem.create(null, each)),
  );
}

// Who said it goes along from one kind of quotation to the other.
function shared({ attrs: { speaker = "", source = "" } }) {
  return { speaker, source };
}

function linesOf(node) {
  if (node.isTextblock) return [node.content];
  const lines = [];
  node.descendants((inner) => {
    if (inner.isTextblock) lines.push(inner.content);
    return !inner.isTextblock;
  });
  return lines;
}

function joined(nodes, lines) {
  const [first, ...rest] = lines;
  return rest.reduce((all, line) => all.addToEnd(nodes.hardBreak.create()).append(line), first);
}
