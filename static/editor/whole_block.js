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
  addProseMirrorPlugins: () => [new Plugin({ props: { handleTextInput } })],
});

function handleTextInput(view, from, to, text) {
  const { selection, tr, schema } = view.state;
  if (!isWhole(selection)) return false;
  tr.insert(to, schema.nodes.paragraph.create(null, schema.text(text)));
  view.dispatch(
    tr.setSelection(TextSelection.create(tr.doc, to + 1 + text.length)).scrollIntoView(),
  );
  return true;
}

const isWhole = (selection) => selection instanceof NodeSelection && selection.node.isBlock;
