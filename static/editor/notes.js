// The footnotes under the text, in their order; each leads to its place.
import { make } from "./dom.js";
import { openFootnote } from "./footnote_box.js";
import { later } from "./later.js";
import { NodeSelection } from "./vendor/tiptap.js";

const known = new WeakMap();

// [{ node, at }] of a block, at counted from its beginning; read once for as long as it stays.
function notesIn(block) {
  if (!known.has(block)) {
    const notes = [];
    block.descendants((node, at) => {
      if (node.type.name === "footnote") notes.push({ node, at });
    });
    known.set(block, notes);
  }
  return known.get(block);
}

export function showNotes(editor, host) {
  const list = make("ol");
  const box = make(
    "section",
    { class: "copy notes", "aria-label": "Footnotes", hidden: true },
    list,
  );
  let drawn = "";
  host.append(box);

  function draw() {
    const notes = [];
    editor.state.doc.forEach((block) => notes.push(...notesIn(block).map(({ node }) => node)));
    const now = JSON.stringify(notes);
    if (now === drawn) return;
    drawn = now;
    box.hidden = !notes.length;
    list.replaceChildren(...notes.map(({ attrs }, n) => entry(attrs, n)));
  }

  function entry({ text, url }, n) {
    const edit = make(
      "button",
      {
        type: "button",
        class: "linkish",
        "aria-label": `Edit footnote ${n + 1}`,
        onclick: () => goTo(n),
      },
      "Edit",
    );
    const source = url && make("a", { href: url, target: "_blank", rel: "noopener" }, "Source");
    return make("li", {}, text || make("em", {}, "No words yet"), " ", source || null, " ", edit);
  }

  function goTo(n) {
    const places = [];
    editor.state.doc.forEach((block, pos) =>
      places.push(...notesIn(block).map(({ at }) => pos + 1 + at)),
    );
    const { tr, doc } = editor.state;
    editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, places[n])).scrollIntoView());
    openFootnote(editor);
  }

  editor.on("update", later(draw, 300));
  draw();
}
