// F-35, S-400, T-72B3 do not break at their hyphen: the pattern of articles/body/designations.py.
import { Decoration, DecorationSet, Extension, Plugin } from "./vendor/tiptap.js";

const DESIGNATION = /(?<![\p{L}\p{N}_])[A-Z]{1,4}-\d+[\p{L}\p{N}_]*/gu;

// Only the text blocks that a change has touched are read again.
export const Designations = Extension.create({
  name: "designations",
  addProseMirrorPlugins: () => [
    new Plugin({
      state: {
        init: (_, { doc }) => DecorationSet.create(doc, found(doc, 0, doc.content.size)),
        apply: (tr, set) => (tr.docChanged ? renewed(tr, set) : set),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function renewed(tr, set) {
  const mapped = set.map(tr.mapping, tr.doc);
  const { from, to } = changedRange(tr);
  if (from > to) return mapped;
  const start = tr.doc.resolve(from);
  const end = tr.doc.resolve(to);
  const first = start.depth ? start.before(1) : from;
  const last = end.depth ? end.after(1) : to;
  return mapped.remove(mapped.find(first, last)).add(tr.doc, found(tr.doc, first, last));
}

// In the new document, from the first place that any step touched to the last.
function changedRange(tr) {
  let from = Infinity;
  let to = -1;
  tr.mapping.maps.forEach((map, step) => {
    const later = tr.mapping.slice(step + 1);
    map.forEach((_, __, start, end) => {
      from = Math.min(from, later.map(start, -1));
      to = Math.max(to, later.map(end, 1));
    });
  });
  return { from, to };
}

function found(doc, from, to) {
  const spans = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, "\n", "\ufffc");
    for (const { index, 0: name } of text.matchAll(DESIGNATION)) {
      const at = pos + 1 + index;
      spans.push(Decoration.inline(at, at + name.length, { class: "nb" }));
    }
    return false;
  });
  return spans;
}
