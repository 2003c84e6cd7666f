// Dates and what happened, edited as readers will see them.
import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import { Node, TextSelection } from "../vendor/tiptap.js";
import { stored } from "./attributes.js";
import { insertAndEnter } from "./insert.js";
import { enableAdding, rowsView, rowTools } from "./rows.js";
import { putCursor } from "./steps.js";

const Timeline = Node.create({
  name: "timeline",
  group: "block",
  content: "timelineEvent+",
  isolating: true,
  ...stored("ol", "timeline", { title: "" }, 0),
  addNodeView: () => (view) =>
    rowsView(view, {
      label: "Title of the timeline",
      rows: make("ol", { class: "line-events" }),
      type: "timelineEvent",
      add: "Add an event",
      className: "block-line",
    }),
});

const TimelineEvent = Node.create({
  name: "timelineEvent",
  content: "inline*",
  defining: true,
  ...stored("li", "event", { date: "", label: "" }, 0),
  addKeyboardShortcuts() {
    return { Enter: () => leaveEmptyEvent(this.editor) };
  },
  addNodeView: () => (view) => {
    const row = fieldRow(view, [
      { name: "date", label: "Date", type: "date", placeholder: "like Nov 2026" },
      {
        name: "label",
        label: "Shown instead of the date",
        onenter: () => putCursor(view.editor, view.getPos() + 1),
      },
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
      ignoreMutation: (mutation) =>
        mutation.type !== "selection" && !words.contains(mutation.target),
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
    also: "chronology dates history events",
    insert: (chain, editor) =>
      insertAndEnter(chain, editor, { type: "timeline", content: [{ type: "timelineEvent" }] }),
  },
];
