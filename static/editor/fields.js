// The fields of a block, under its copy: what readers do not see, or see only as a by-line.
//
//   const row = fieldRow(view, [{ name: "source", label: "Source", type: "url" }, …]);
//
// view:    what Tiptap hands to a node view; its node, editor and getPos are used.
// fields:  name         the attribute of the node that is edited (a string)
//          label        what stands above the field
//          type         "text" (default), "url" (https://…) or "date" (kept as 2026, 2026-11 or
//                       2026-11-03; typed as people write it, too)
//          placeholder  shown while it is empty
//          wide         true: a line of its own
//          longest      how many characters it takes: 500, an address 2,000
//          onenter      (event) => true when Enter did something of its own
// returns: dom                put it into the node view; it is not editable text
//          update(node)       call it from the node view's update
//          stopEvent(event)   both are made to be the node view's own, or to be asked by them
//          ignoreMutation(mutation)
//          focus(name)        the field of that name, or the first
//
// What is typed goes into the document at once; from entering a field to leaving it is one step
// of undo. Enter goes on to the next field and after the last to the text. Tab out of the
// block, Escape and undo inside a field are in block_keys.js.
import { complaint, completed } from "./values.js";
import { make } from "./dom.js";
import { later } from "./later.js";
import { Selection } from "./vendor/tiptap.js";

let count = 0;

export function fieldRow(view, fields) {
  let node = view.node;
  const boxes = fields.map(box);
  const dom = make(
    "div",
    { class: "block-fields", contenteditable: "false" },
    ...boxes.map((each) => each.dom),
  );

  function write(name, value, edit) {
    const at = view.getPos();
    if (at === undefined || node.attrs[name] === value) return;
    const change = view.editor.state.tr.setNodeAttribute(at, name, value);
    // Transactions of one "composition" are one step of undo, however slowly they come.
    view.editor.view.dispatch(change.setMeta("composition", edit));
  }

  function box(field) {
    const { name, label, type = "text", placeholder, wide, onenter } = field;
    const longest = field.longest ?? (type === "url" ? 2000 : 500);
    const id = `block-field-${(count += 1)}`;
    const said = make("span", { class: "block-said", id: `${id}-said` });
    const soon = later(check, 800);
    let edit = {};
    const input = make("input", {
      id,
      type: "text",
      inputmode: type === "url" && "url",
      placeholder: placeholder ?? { url: "https://", date: "3 November 2026" }[type],
      maxlength: longest,
      autocomplete: "off",
      "aria-describedby": said.id,
      onfocus: () => (edit = {}),
      oninput() {
        // What is saved while one still types is meant so, too.
        const value = completed(type, input.value);
        write(name, complaint(type, value) ? input.value : value, edit);
        if (complaint(type, value)) soon();
        else check();
      },
      onchange: complete,
      onkeydown(event) {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        // Where Enter leads on, a field may be gone before its change is told.
        complete();
        if (!onenter?.(event)) goOn(name);
      },
    });
    input.value = node.attrs[name];

    function complete() {
      input.value = completed(type, input.value);
      write(name, input.value, edit);
      check();
    }

    function check() {
      soon.cancel();
      said.textContent = complaint(type, completed(type, input.value));
      input.setAttribute("aria-invalid", String(Boolean(said.textContent)));
    }

    function update() {
      if ([input.value, completed(type, input.value)].includes(node.attrs[name])) return;
      input.value = node.attrs[name];
      edit = {};
      check();
    }

    check();
    const caption = make("label", { for: id }, label);
    const dom = make("p", { class: wide && "wide" }, caption, input, said);
    return { name, dom, input, update };
  }

  function goOn(name) {
    const next = boxes[boxes.findIndex((each) => each.name === name) + 1];
    if (next) next.input.focus();
    else toTextAfter();
  }

  function toTextAfter() {
    const { state, view: page } = view.editor;
    const after = state.doc.resolve(view.getPos() + node.nodeSize);
    page.dispatch(state.tr.setSelection(Selection.near(after)).scrollIntoView());
    page.focus();
  }

  return {
    dom,
    update(changed) {
      node = changed;
      for (const each of boxes) each.update();
    },
    stopEvent: (event) => dom.contains(event.target),
    ignoreMutation: (mutation) => mutation.type !== "selection" && dom.contains(mutation.target),
    focus(name) {
      (boxes.find((each) => each.name === name) ?? boxes[0]).input.focus();
    },
  };
}
