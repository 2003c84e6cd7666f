// Keys of the text that belong to no block.
import { moveBlock } from "./arrange.js";
import { openLink } from "./link_box.js";
import { currentBlock } from "./places.js";
import { askForComment } from "./tools.js";
import { Extension } from "./vendor/tiptap.js";

export const Keys = Extension.create({
  name: "keys",
  addStorage: () => ({ tools: null }),
  addKeyboardShortcuts() {
    const { editor, storage } = this;
    const move = (by) => () => moveBlock(editor, currentBlock(editor).index, by) || true;
    return {
      "Alt-ArrowUp": move(-1),
      "Alt-ArrowDown": move(1),
      "Alt-F10": () => storage.tools?.focus() ?? false,
      "Mod-k": () => openLink(editor),
      "Mod-Alt-m": () => {
        askForComment(editor);
        return true;
      },
    };
  },
});
