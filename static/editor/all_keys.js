// The list of all keys, in a dialog.
import { make } from "./dom.js";
import { BLOCKS, ENTRIES } from "./schema.js";
import { shown } from "./shortcuts.js";

const GROUPS = {
  "While you write": [
    ["/", "Add a block, on an empty line"],
    ["Ctrl B", "Bold"],
    ["Ctrl I", "Italic"],
    ["Ctrl K", "Link"],
    ["Ctrl .", "Superscript"],
    ["Ctrl ,", "Subscript"],
    ["Shift Enter", "A new line in the same paragraph"],
    ["Ctrl ]", "List entry one step in; Ctrl [ one step out"],
    ["Ctrl Z", "Undo; Ctrl Shift Z does it again"],
    ["Ctrl Shift V", "Paste without guessing"],
  ],
  Blocks: [],
  "Moving about": [
    ["Alt ↑", "Move the block up; Alt ↓ down"],
    ["Alt F10", "To the toolbar of the selection; Esc comes back"],
    ["Tab", "To the fields of a block and out of it; Esc back to its text"],
    ["Shift Tab", "From the text to the block’s grip"],
    ["Ctrl Alt O", "Outline"],
    ["Ctrl Alt P", "Publishing panel"],
    ["Ctrl Alt M", "Comment on the selected words"],
    ["Ctrl S", "Save now"],
    ["Ctrl /", "This list"],
  ],
};

let dialog;

export function showAllKeys() {
  dialog ??= drawn();
  dialog.showModal();
}

function drawn() {
  const close = make("button", { type: "button", onclick: () => dialog.close() }, "Close");
  const box = make(
    "dialog",
    { class: "all-keys", "aria-labelledby": "all-keys-h" },
    make("h2", { id: "all-keys-h" }, "All keys"),
    ...Object.entries({ ...GROUPS, Blocks: ofBlocks() }).map(group),
    close,
  );
  document.getElementById("content").append(box);
  return box;
}

function ofBlocks() {
  const named = ENTRIES.filter(({ keys, typed }) => keys || typed).map(({ keys, typed, label }) => [
    keys ?? typed,
    keys && typed ? `${label}, or type ${typed} and a space` : label,
  ]);
  return [...named, ...BLOCKS.flatMap((block) => block.keys ?? [])];
}

function group([title, keys]) {
  const rows = keys.map(([key, does]) =>
    make("div", {}, make("dt", {}, ...caps(key)), make("dd", {}, does)),
  );
  return make("section", {}, make("h3", {}, title), make("dl", {}, ...rows));
}

function caps(keys) {
  return shown(keys)
    .split(" ")
    .flatMap((key) => [make("kbd", {}, key), " "]);
}
