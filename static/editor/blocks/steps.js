// What the blocks do to the document and to the cursor, at once and not in the next frame.
import { closeHistory, Selection } from "../vendor/tiptap.js";

// The change as a step of undo of its own, however quickly it follows another.
export function dispatchStep(editor, change) {
  editor.view.dispatch(closeHistory(change));
}

// at: a place in the document; the nearest from there on that can be written in.
export function putCursor(editor, at) {
  const { tr } = editor.state;
  editor.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at))).scrollIntoView());
  editor.view.focus();
  return true;
}
