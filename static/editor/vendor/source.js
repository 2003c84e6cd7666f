// What the newsroom's editor takes from Tiptap and ProseMirror; `make vendor` bundles it. Nodes,
// marks and keys are our own: Tiptap's extensions bring along what nobody here uses.
export {
  Editor,
  Extension,
  Mark,
  Node,
  markInputRule,
  textblockTypeInputRule,
  wrappingInputRule,
} from "@tiptap/core";
export { dropCursor } from "@tiptap/pm/dropcursor";
export { gapCursor } from "@tiptap/pm/gapcursor";
export { closeHistory, history, redo, undo } from "@tiptap/pm/history";
export { Fragment, Slice } from "@tiptap/pm/model";
export { NodeSelection, Plugin, PluginKey, Selection, TextSelection } from "@tiptap/pm/state";
export {
  CellSelection,
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  mergeCells,
  splitCell,
  tableEditing,
  toggleHeader,
} from "@tiptap/pm/tables";
export { Decoration, DecorationSet } from "@tiptap/pm/view";
