// How much there is: words, minutes, words in the selection. A block is counted once for as long
// as it stays the same, so a change costs its own block.
import { later } from "./later.js";

const WORD = /[\p{L}\p{N}_]+(?:[-’'.,][\p{L}\p{N}_]+)*/gu;
// Attributes that readers see as words.
const READ = [
  "title",
  "caption",
  "speaker",
  "role",
  "credit",
  "term",
  "value",
  "unit",
  "label",
  "text",
];
const known = new WeakMap();

function wordsOf(node) {
  if (known.has(node)) return known.get(node);
  let count = READ.reduce((sum, name) => sum + wordsIn(node.attrs[name]), 0);
  if (node.isTextblock) count += wordsIn(node.textBetween(0, node.content.size, " ", "\n"));
  node.forEach((inner) => {
    if (!inner.isText) count += wordsOf(inner);
  });
  known.set(node, count);
  return count;
}

function wordsIn(text) {
  return typeof text === "string" ? (text.match(WORD)?.length ?? 0) : 0;
}

export function showCounts(editor, place) {
  const [total, noun, minutes, selected] = ["total", "noun", "minutes", "selected"].map((name) =>
    place.querySelector(`[data-words=${name}]`),
  );

  function all() {
    const words = wordsOf(editor.state.doc);
    total.textContent = words.toLocaleString("en-GB");
    noun.textContent = words === 1 ? "word" : "words";
    const long = Math.max(1, Math.round(words / 230));
    minutes.textContent = words ? `${long} minute${long === 1 ? "" : "s"} to read` : "";
  }

  function selection() {
    const {
      doc,
      selection: { from, to, empty },
    } = editor.state;
    const words = empty ? 0 : wordsIn(doc.textBetween(from, to, "\n", "\n"));
    selected.textContent = words ? `${words.toLocaleString("en-GB")} in the selection` : "";
  }

  editor.on("update", later(all, 300));
  editor.on("selectionUpdate", later(selection, 200));
  all();
}
