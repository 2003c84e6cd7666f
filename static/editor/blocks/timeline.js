import { Node } from "../vendor/tiptap.js";

const Timeline = Node.create({
  name: "timeline",
  group: "block",
  content: "timelineEvent+",
  isolating: true,
  addAttributes: () => ({ title: { default: "", rendered: false } }),
  parseHTML: () => [{ tag: "ol[data-timeline]", getAttrs: (ol) => ({ title: ol.dataset.timeline }) }],
  renderHTML: ({ node }) => ["ol", { "data-timeline": node.attrs.title }, 0],
});

const TimelineEvent = Node.create({
  name: "timelineEvent",
  content: "inline*",
  defining: true,
  addAttributes: () => ({
    date: { default: "", rendered: false },
    label: { default: "", rendered: false },
  }),
  parseHTML: () => [{ tag: "li[data-event]", getAttrs: (li) => JSON.parse(li.dataset.event) }],
  renderHTML: ({ node }) => ["li", { "data-event": JSON.stringify(node.attrs) }, 0],
});

export const nodes = [Timeline, TimelineEvent];
export const menu = [
  {
    label: "Timeline",
    hint: "Dates and what happened",
    insert: (chain) => chain.insertContent({ type: "timeline", content: [{ type: "timelineEvent" }] }),
  },
];
