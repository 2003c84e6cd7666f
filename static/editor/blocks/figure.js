// A picture of the library as readers will see it, its caption under it.
import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import { focalPicture } from "../focal_picture.js";
import { pickPicture } from "../picture_dialog.js";
import { incoming } from "../picture_drop.js";
import { watchPicture } from "../pictures.js";
import { Node, TextSelection } from "../vendor/tiptap.js";
import { stored } from "./attributes.js";
import { dispatchStep } from "./steps.js";

const Figure = Node.create({
  name: "figure",
  group: "block",
  content: "inline*",
  draggable: true,
  isolating: true,
  ...stored("figure", "figure", { image: null, alt: "", credit: "" }, ["figcaption", 0]),
  addKeyboardShortcuts() {
    return { Enter: () => leaveCaption(this.editor) };
  },
  addProseMirrorPlugins() {
    return [incoming(this.editor)];
  },
  addNodeView: () => figureView,
});

function figureView(view) {
  let { node } = view;
  let picture = null;
  let stop = () => {};
  const said = make("p", { class: "block-said", role: "status", contenteditable: "false" });
  const shot = focalPicture((words) => (said.textContent = words));
  const caption = make("figcaption", { "data-empty": "Caption" });
  const row = fieldRow(view, [
    { name: "alt", label: "Alternative text", wide: true },
    { name: "credit", label: "Credit", wide: true },
  ]);
  const change = make(
    "button",
    { type: "button", class: "quiet", onclick: choose },
    "Change picture",
  );
  const library = make(
    "a",
    { class: "button quiet", target: "_blank", rel: "noopener" },
    "Open in the library",
  );
  const acts = make(
    "p",
    { class: "block-acts", contenteditable: "false" },
    change,
    shot.toggle,
    library,
  );
  const state = make("p", { class: "shot-state" });
  shot.dom.append(state);
  const dom = make(
    "figure",
    { class: "block block-figure" },
    shot.dom,
    caption,
    row.dom,
    said,
    acts,
  );

  async function choose() {
    const chosen = await pickPicture();
    const at = view.getPos();
    if (!chosen || at === undefined) return;
    dispatchStep(view.editor, view.editor.state.tr.setNodeAttribute(at, "image", chosen.id));
  }

  function watch() {
    stop();
    state.textContent = "Looking it up…";
    stop = watchPicture(node.attrs.image, (found, problem) => {
      picture = found;
      state.textContent = problem || stateOf(found, node.attrs.image);
      draw();
    });
  }

  function draw() {
    shot.show(picture, { src: picture?.src, alt: node.attrs.alt || picture?.alt || "" });
    state.hidden = picture?.state === "ready";
    library.hidden = !picture;
    if (picture) library.href = picture.change;
    caption.classList.toggle("is-empty", !node.childCount);
    row.dom.querySelectorAll("input").forEach((input, n) => {
      const own = n ? picture?.credit : picture?.alt;
      input.placeholder = own ? `The picture’s own: ${own}` : "The picture has none of its own";
    });
  }

  draw();
  watch();
  return {
    dom,
    contentDOM: caption,
    update(changed) {
      if (changed.type.name !== "figure") return false;
      const other = changed.attrs.image !== node.attrs.image;
      node = changed;
      row.update(node);
      if (other) watch();
      draw();
      return true;
    },
    // In the caption a press of the mouse begins a selection, not a drag of the figure.
    stopEvent: (event) =>
      row.stopEvent(event) ||
      acts.contains(event.target) ||
      event.target.closest?.(".focal, .is-placing") ||
      (event.type === "mousedown" && caption.contains(event.target)),
    ignoreMutation: (mutation) =>
      mutation.type !== "selection" && !caption.contains(mutation.target),
    destroy: () => stop(),
  };
}

function stateOf(picture, id) {
  if (!picture)
    return `The library has no picture ${id} any more. Change it, or delete this block.`;
  if (picture.state === "processing")
    return "The picture is being prepared. It shows here in some seconds.";
  return picture.state === "failed" ? `The picture could not be read. ${picture.problem}` : "";
}

// A caption is one paragraph: Enter goes on writing below it.
function leaveCaption(editor) {
  const { $from } = editor.state.selection;
  if ($from.parent.type.name !== "figure") return false;
  const { tr, schema } = editor.state;
  const after = $from.after();
  if (tr.doc.resolve(after).nodeAfter?.type.name !== "paragraph") {
    tr.insert(after, schema.nodes.paragraph.create());
  }
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
}

async function insertPicture(editor) {
  const chosen = await pickPicture();
  if (chosen)
    editor
      .chain()
      .focus()
      .insertContent({ type: "figure", attrs: { image: chosen.id } })
      .run();
}

export const nodes = [Figure];
export const menu = [
  {
    label: "Picture",
    hint: "From the library or your computer",
    also: "image photo photograph picture figure map chart graphic illustration",
    insert(chain, editor) {
      setTimeout(() => insertPicture(editor));
      return chain;
    },
  },
];
