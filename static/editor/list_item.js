import { ListItem } from "./vendor/tiptap.js";

export const ListEntry = ListItem.extend({
  content: "paragraph (paragraph | bulletList | orderedList)*",
  // Tab never indents: it leads on through the page.
  addKeyboardShortcuts() {
    const { editor, name } = this;
    return {
      Enter: () => editor.commands.splitListItem(name),
      "Mod-]": () => editor.commands.sinkListItem(name),
      "Mod-[": () => editor.commands.liftListItem(name),
    };
  },
});
