// What comes from a clipboard: structure is kept, looks are not.
import { Extension, Fragment, Plugin, Slice } from "../vendor/tiptap.js";
import { cleaned } from "./html.js";
import { blocksOf, plainBlocksOf } from "./text.js";

// say(words, undo): tells what was guessed or left out; undo, if any, pastes the lines as they are.
export const Paste = Extension.create({
  // "paste" is the name of one of Tiptap’s own.
  name: "pasteText",
  addOptions: () => ({ say: () => {} }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    const asTheyAre = (text) => () => {
      editor.chain().focus().undo().insertContent(plainBlocksOf(text)).run();
    };
    return [
      new Plugin({
        props: {
          transformPastedHTML(html) {
            const { result, dropped } = cleaned(html);
            if (dropped) options.say(leftOut(dropped));
            return result;
          },
          // Asked only where the clipboard has no HTML, or plain text is wished for.
          clipboardTextParser(text, _, plain, view) {
            const blocks = plain ? plainBlocksOf(text) : blocksOf(text);
            if (blocks.length < 2) return null;
            const guesses = plain ? "" : guessed(blocks);
            if (guesses) options.say(guesses, asTheyAre(text));
            return sliceOf(view.state.schema, blocks);
          },
        },
      }),
    ];
  },
});

function sliceOf(schema, blocks) {
  return Slice.maxOpen(Fragment.fromArray(blocks.map((block) => schema.nodeFromJSON(block))));
}

function leftOut(pictures) {
  const them = pictures === 1 ? "A picture was" : `${pictures} pictures were`;
  return `${them} left out. Drag the files into the text instead.`;
}

function guessed(blocks) {
  const kinds = [
    ["heading", "heading", "headings"],
    ["pullQuote", "pull quote", "pull quotes"],
    ["table", "table", "tables"],
  ];
  const found = kinds
    .map(([type, one, many]) => [blocks.filter((b) => b.type === type).length, one, many])
    .filter(([count]) => count)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  return found.length ? `Guessed from the text: ${found.join(", ")}. Check them.` : "";
}
