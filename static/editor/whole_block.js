// A block that is selected as a whole is not overwritten by a letter: the words go on below it.
import { Extension, NodeSelection, Plugin, Selection, TextSelection } from "./vendor/tiptap.js";

export const WholeBlock = Extension.create({
  name: "wholeBlock",
  addKeyboardShortcuts() {
    const { view } = this.editor;
    // The browser moves no cursor where there is none.
    const to = (end) => () => {
      const { selection, tr, doc } = view.state;
      if (!isWhole(selection)) return false;
      view.dispatch(tr.setSelection(Selection[end](doc)).scrollIntoView());
      return true;
    };
    return { "Mod-Home": to("atStart"), "Mod-End": to("atEnd") };
  },
  addProseMirrorPlugins: () => [
    new Plugin({ props: { handleTextInput, handleKeyDown, handleDOMEvents: { compositionstart } } }),
  ],
});

function handleTextInput(view, from, to, text) {
  const { selection, tr, schema } = view.state;
  if (!isWhole(selection)) return false;
  tr.insert(to, schema.nodes.paragraph.create(null, text ? schema.text(text) : null));
  view.dispatch(
    tr.setSelection(TextSelection.create(tr.doc, to + 1 + text.length)).scrollIntoView(),
  );
  return true;
}

// What an input method composes is in the text before it is told, so its line is there beforehand:
// from its first key on, or, where it is spoken or drawn by hand, from its beginning.
function handleKeyDown(view, event) {
  return /^(Process|Dead|Unidentified)$/.test(event.key) && compositionstart(view);
}

function compositionstart(view) {
  const { selection } = view.state;
  if (isWhole(selection)) handleTextInput(view, selection.from, selection.to, "");
  return false;
}

const isWhole = (selection) => selection instanceof NodeSelection && selection.node.isBlock;
