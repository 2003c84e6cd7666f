import { openFootnote } from "../footnote_box.js";
import { Node, Plugin } from "../vendor/tiptap.js";

// Its number follows from its place in the document.
export const Footnote = Node.create({
  name: "footnote",
  inline: true,
  group: "inline",
  atom: true,
  addAttributes: () => ({ text: { default: "" }, url: { default: "" } }),
  parseHTML: () => [
    {
      tag: "sup[data-footnote]",
      priority: 60,
      getAttrs: (sup) => ({ text: sup.dataset.footnote, url: sup.dataset.url ?? "" }),
    },
  ],
  renderHTML: ({ node }) => [
    "sup",
    { "data-footnote": node.attrs.text, "data-url": node.attrs.url },
  ],
  addKeyboardShortcuts() {
    const { editor, name } = this;
    return {
      "Mod-Alt-f": () => openFootnote(editor),
      Enter: () => editor.isActive(name) && openFootnote(editor),
    };
  },
  addProseMirrorPlugins() {
    const handleClickOn = (_, __, node) =>
      node.type === this.type && (requestAnimationFrame(() => openFootnote(this.editor)), false);
    return [new Plugin({ props: { handleClickOn } })];
  },
});

export const menu = [
  {
    label: "Footnote",
    hint: "A note or source, numbered by its place",
    also: "note source reference citation endnote",
    keys: "Ctrl Alt F",
    insert(chain, editor) {
      chain.run();
      openFootnote(editor);
    },
  },
];
