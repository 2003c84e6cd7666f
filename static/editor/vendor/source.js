// What the newsroom's editor takes from Tiptap and ProseMirror; `make vendor` bundles it.
export {
  Editor,
  Extension,
  InputRule,
  Mark,
  Node,
  mergeAttributes,
  markInputRule,
  textblockTypeInputRule,
  wrappingInputRule,
} from "@tiptap/core";
export { Document } from "@tiptap/extension-document";
export { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
export { Paragraph } from "@tiptap/extension-paragraph";
export { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
export { Text } from "@tiptap/extension-text";
export { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from "@tiptap/extensions";
export { DOMParser, Fragment, Slice } from "@tiptap/pm/model";
export { NodeSelection, Plugin, PluginKey, Selection, TextSelection } from "@tiptap/pm/state";
export { Decoration, DecorationSet } from "@tiptap/pm/view";
