import { Mark, markInputRule } from "../vendor/tiptap.js";

export const Bold = simple(
  "bold",
  "strong",
  ["strong", "b"],
  "Mod-b",
  /(?:^|\s)(\*\*([^*]+)\*\*)$/,
);
export const Italic = simple("italic", "em", ["em", "i"], "Mod-i", /(?:^|\s)(\*([^*]+)\*)$/);
export const Superscript = simple("superscript", "sup", ["sup"], "Mod-.", null, "subscript");
export const Subscript = simple("subscript", "sub", ["sub"], "Mod-,", null, "superscript");

// excluded: a mark that cannot stand with this one.
function simple(name, tag, tags, key, typed, excluded) {
  return Mark.create({
    name,
    ...(excluded && { excludes: `${name} ${excluded}` }),
    parseHTML: () => tags.map((each) => ({ tag: each })),
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(name) };
    },
    addInputRules() {
      return typed ? [markInputRule({ find: typed, type: this.type })] : [];
    },
  });
}
