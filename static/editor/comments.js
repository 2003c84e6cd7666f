// Passages that somebody has commented on: marked in the text, and found again in one that changed.
import { Decoration, DecorationSet, Extension, Plugin, PluginKey } from "./vendor/tiptap.js";

const key = new PluginKey("passages");
const CONTEXT = 60;
const LONGEST = 1000;
// So many letters of the surroundings, at most and at least, tell a changed passage.
const NEAR = [40, 20, 8];

export const Passages = Extension.create({
  name: "passages",
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, set) => tr.getMeta(key) ?? set.map(tr.mapping, tr.doc),
      },
      props: {
        decorations: (state) => key.getState(state),
        handleClick(view, pos) {
          const [here] = key.getState(view.state).find(pos, pos);
          if (here)
            view.dom.dispatchEvent(
              new CustomEvent("passage", { bubbles: true, detail: here.spec.id }),
            );
          return false;
        },
      },
    }),
  ],
});

// {quote, before, after} of what is selected, or null.
export function selectedPassage(editor) {
  const { from, to } = editor.state.selection;
  const flat = flatten(editor.state.doc);
  const start = flat.index(from);
  const quote = flat.text.slice(start, Math.min(flat.index(to), start + LONGEST)).trim();
  if (!quote) return null;
  const begin = flat.text.indexOf(quote, start);
  return { quote, ...around(flat.text, begin, begin + quote.length) };
}

// Marks the passages of these comments ({id, quote, before, after}).
export function showPassages(editor, comments) {
  const { doc, tr } = editor.state;
  const flat = comments.length ? flatten(doc) : null;
  const marks = comments.flatMap((comment) => {
    const at = find(flat.text, comment);
    if (!at) return [];
    const [from, to] = [flat.position(at[0]), flat.position(at[1] - 1) + 1];
    return [Decoration.inline(from, to, { class: "passage" }, { id: comment.id })];
  });
  editor.view.dispatch(
    tr.setMeta(key, DecorationSet.create(doc, marks)).setMeta("addToHistory", false),
  );
}

// Where the passage stands now, or null where it is gone.
export function placeOfPassage(editor, id) {
  const found = key.getState(editor.state).find(undefined, undefined, (spec) => spec.id === id);
  const whole = found.filter(({ from, to }) => from < to);
  if (!whole.length) return null;
  return { from: Math.min(...whole.map((m) => m.from)), to: Math.max(...whole.map((m) => m.to)) };
}

// [start, end] of the passage in a text: the same words in the likest surroundings, else whatever
// stands between the same surroundings; null where neither is there.
export function find(text, { quote, before, after }) {
  let best = null;
  let most = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const near = around(text, at, at + quote.length);
    const alike = sameEnd(near.before, before) + sameStart(near.after, after);
    if (alike > most) [best, most] = [[at, at + quote.length], alike];
  }
  for (const near of best ? [] : NEAR) {
    const most = quote.length * 2 + CONTEXT;
    best ??= between(text, before.slice(-near), after.slice(0, near), most);
  }
  return best;
}

function between(text, before, after, most) {
  if (before.trim().length < 3 || after.trim().length < 3) return null;
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const start = at + before.length;
    const end = text.indexOf(after, start);
    if (end > start && end - start <= most) return [start, end];
  }
  return null;
}

const around = (text, start, end) => ({
  before: text.slice(Math.max(0, start - CONTEXT), start),
  after: text.slice(end, end + CONTEXT),
});

function sameStart(one, other) {
  let n = 0;
  while (n < one.length && one[n] === other[n]) n += 1;
  return n;
}

function sameEnd(one, other) {
  let n = 0;
  while (n < one.length && n < other.length && one.at(-1 - n) === other.at(-1 - n)) n += 1;
  return n;
}

// The words of the document in one string, a line for each text block, and the way from a place
// in the string to one in the document and back.
function flatten(doc) {
  const runs = [];
  let text = "";
  doc.descendants((node, pos) => {
    if (node.isTextblock && text) text += "\n";
    if (!node.isText) return;
    runs.push({ at: text.length, pos, size: node.text.length });
    text += node.text;
  });
  const last = (test) => runs.findLast(test) ?? runs[0] ?? { at: 0, pos: 0, size: 0 };
  return {
    text,
    position(index) {
      const run = last(({ at }) => at <= index);
      return run.pos + Math.min(index - run.at, run.size);
    },
    index(position) {
      const run = last(({ pos }) => pos <= position);
      return run.at + Math.max(0, Math.min(position - run.pos, run.size));
    },
  };
}
