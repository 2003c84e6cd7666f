// Dates and what happened, edited as readers will see them.
import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import { Node, TextSelection } from "../vendor/tiptap.js";
import { attributes, carried } from "./attributes.js";
import { insertAndEnter } from "./insert.js";
import { addLastRow, enableAdding, rowTools } from "./rows.js";
import { putCursor } from "./steps.js";
import { titleField } from "./titled.js";

const EVENT = { date: "", label: "" };
const LABEL = "Shown instead of the date";

const Timeline = Node.create({
  name: "timeline",
  group: "block",
  content: "timelineEvent+",
  isolating: true,
  addAttributes: attributes({ title: "" }),
  parseHTML: () => [{ tag: "ol[data-timeline]", priority: 60, getAttrs: carried("timeline", { title: "" }) }],
  renderHTML: ({ node }) => ["ol", { "data-timeline": JSON.stringify(node.attrs) }, 0],
  addNodeView: () => (view) => {
    const title = titleField(view, "title", "Title of the timeline", "block-title");
    const events = make("ol", { class: "line-events" });
    const add = make(
      "button",
      { type: "button", class: "quiet add", contenteditable: "false", onclick: () => addLastRow(view, "timelineEvent") },
      "Add an event",
    );
    const dom = make("div", { class: "block block-line" }, title.dom, events, add);
    return {
      dom,
      contentDOM: events,
      update(node) {
        if (node.type.name !== "timeline") return false;
        title.update(node);
        return true;
      },
      stopEvent: (event) => title.stopEvent(event) || add.contains(event.target),
      ignoreMutation: (mutation) => mutation.type !== "selection" && !events.contains(mutation.target),
    };
  },
});

const TimelineEvent = Node.create({
  name: "timelineEvent",
  content: "inline*",
  defining: true,
  addAttributes: attributes(EVENT),
  parseHTML: () => [{ tag: "li[data-event]", priority: 60, getAttrs: carried("event", EVENT) }],
  renderHTML: ({ node }) => ["li", { "data-event": JSON.stringify(node.attrs) }, 0],
  addKeyboardShortcuts() {
    return { Enter: () => leaveEmptyEvent(this.editor) };
  },
  addNodeView: () => (view) => {
    const row = fieldRow(view, [
      { name: "date", label: "Date", type: "date", placeholder: "like 2026-11" },
      { name: "label", label: LABEL, onenter: () => putCursor(view.editor, view.getPos() + 1) },
    ]);
    const tools = rowTools(view, "event");
    const words = make("p", { class: "event-words", "data-empty": "What happened" });
    const dom = make("li", {}, row.dom, words, tools);
    words.classList.toggle("is-empty", !view.node.childCount);
    enableAdding(row.dom, view);
    return {
      dom,
      contentDOM: words,
      update(node) {
        if (node.type.name !== "timelineEvent") return false;
        row.update(node);
        words.classList.toggle("is-empty", !node.childCount);
        return true;
      },
      stopEvent: (event) => row.stopEvent(event) || tools.contains(event.target),
      ignoreMutation: (mutation) => mutation.type !== "selection" && !words.contains(mutation.target),
    };
  },
});

// As in a list: Enter in an empty last event ends the timeline.
function leaveEmptyEvent(editor) {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parent.type.name !== "timelineEvent" || $from.parent.childCount) return false;
  const [timeline, after] = [$from.node(-1), $from.after(-1)];
  if ($from.index(-1) < timeline.childCount - 1 || timeline.childCount === 1) return false;
  const { tr, schema } = editor.state;
  tr.insert(after, schema.nodes.paragraph.create()).delete($from.before(), $from.after());
  const place = tr.mapping.map(after, -1) + 1;
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, place)).scrollIntoView());
  return true;
}

export const nodes = [Timeline, TimelineEvent];
export const menu = [
  {
    label: "Timeline",
    hint: "Dates and what happened",
    insert: (chain, editor) =>
      insertAndEnter(chain, editor, { type: "timeline", content: [{ type: "timelineEvent" }] }, "li input"),
  },
];
