// What the newsroom's editor takes from Tiptap and ProseMirror; `make vendor` bundles it. From the
// packages' own parts where there are some: their indexes bring along what nobody here uses.
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
export { BulletList } from "@tiptap/extension-list/bullet-list";
export { ListItem } from "@tiptap/extension-list/item";
export { ListKeymap } from "@tiptap/extension-list/keymap";
export { OrderedList } from "@tiptap/extension-list/ordered-list";
export { Paragraph } from "@tiptap/extension-paragraph";
export { TableCell } from "@tiptap/extension-table/cell";
export { TableHeader } from "@tiptap/extension-table/header";
export { TableRow } from "@tiptap/extension-table/row";
export { Table } from "@tiptap/extension-table/table";
export { Text } from "@tiptap/extension-text";
export { Dropcursor } from "@tiptap/extensions/drop-cursor";
export { Gapcursor } from "@tiptap/extensions/gap-cursor";
export { TrailingNode } from "@tiptap/extensions/trailing-node";
export { UndoRedo } from "@tiptap/extensions/undo-redo";
export { DOMParser, Fragment, Slice } from "@tiptap/pm/model";
export { NodeSelection, Plugin, PluginKey, Selection, TextSelection } from "@tiptap/pm/state";
export { Decoration, DecorationSet } from "@tiptap/pm/view";
