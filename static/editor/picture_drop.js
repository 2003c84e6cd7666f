// Files dropped into the text or pasted there: they go to the library, and a figure stands where
// each was let go.
import { announce } from "./announce.js";
import { dispatchStep } from "./blocks/steps.js";
import { make } from "./dom.js";
import { imagesOf } from "./files.js";
import { uploadList } from "./upload_list.js";
import { Decoration, DecorationSet, Plugin, PluginKey } from "./vendor/tiptap.js";

const key = new PluginKey("incoming");

export function incoming(editor) {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(change, set) {
        const { name, widget } = change.getMeta(key) ?? {};
        const mapped = set.map(change.mapping, change.doc);
        if (!name) return mapped;
        const others = mapped.remove(mapped.find(null, null, (spec) => spec.key === name));
        return widget ? others.add(change.doc, [widget]) : others;
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleDrop(view, event) {
        // A block of this text, moved: a browser adds its picture as a file.
        if (view.dragging || !event.dataTransfer?.files.length) return false;
        const found = view.posAtCoords({ left: event.clientX, top: event.clientY });
        const place = found ? found.pos : view.state.doc.content.size;
        receive(editor, event, imagesOf(event.dataTransfer), boundary(view, place, event.clientY));
        return true;
      },
      handlePaste(view, event) {
        const clipboard = event.clipboardData;
        // With words beside it, it is their picture: a text of Word's, a table of a spreadsheet's.
        if (!clipboard?.files.length || clipboard.types.some((type) => type.startsWith("text/")))
          return false;
        receive(editor, event, imagesOf(clipboard), boundary(view, view.state.selection.from));
        return true;
      },
    },
  });
}

// Between two blocks of the text: before an empty paragraph, else on the nearer side.
function boundary(view, at, y) {
  const place = view.state.doc.resolve(at);
  if (!place.depth) return at;
  const box = y === undefined ? null : view.nodeDOM(place.before(1))?.getBoundingClientRect();
  const isUpper = box && y < box.top + box.height / 2;
  return isUpper || !place.node(1).content.size ? place.before(1) : place.after(1);
}

function receive(editor, event, { files, refusal }, at) {
  event.preventDefault();
  const name = `upload-${performance.now()}`;
  const close = () => editor.view.dispatch(editor.state.tr.setMeta(key, { name }));
  const dismiss = make("button", { type: "button", class: "quiet", onclick: close }, "Dismiss");
  const uploads = uploadList({
    taken: (picture) => place(editor, name, widget, picture),
    emptied: () => refusal || close(),
  });
  const said = refusal && [make("p", { class: "upload-problem" }, refusal), dismiss];
  const dom = make(
    "div",
    { class: "incoming", contenteditable: "false" },
    ...(said || []),
    uploads.dom,
  );
  const widget = (where) =>
    Decoration.widget(where, dom, {
      key: name,
      side: -1,
      stopEvent: () => true,
      ignoreSelection: true,
    });
  editor.view.dispatch(editor.state.tr.setMeta(key, { name, widget: widget(at) }));
  if (refusal) announce(refusal);
  uploads.add(files);
}

// The lines of those still on their way stand below it.
function place(editor, name, widget, picture) {
  const { tr, schema } = editor.state;
  const [found] = key.getState(editor.state).find(null, null, (spec) => spec.key === name);
  const at = found ? found.from : tr.doc.content.size;
  const figure = schema.nodes.figure.create({ image: picture.id });
  tr.insert(at, figure).setMeta(key, { name, widget: widget(at + figure.nodeSize) });
  dispatchStep(editor, tr);
}
