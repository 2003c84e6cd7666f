import { ListItem } from "./vendor/tiptap.js";

export const ListEntry = ListItem.extend({
  content: "paragraph (paragraph | bulletList | orderedList)*",
});
