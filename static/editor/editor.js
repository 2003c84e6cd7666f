// The body of an article as one flowing document.
import { Cursors, LastLine, Undo } from "./basics.js";
import { enableBlockKeys } from "./block_keys.js";
import { Designations } from "./designations.js";
import { checkFaithful } from "./faithful.js";
import { mountGrip } from "./grip.js";
import { Flags } from "./jump.js";
import { Keys } from "./keys.js";
import { schema } from "./schema.js";
import { mountSlash, Slash } from "./slash.js";
import { mountTools } from "./tools.js";
import { Editor } from "./vendor/tiptap.js";
import { WholeBlock } from "./whole_block.js";

const ROOM = { top: 110, right: 0, bottom: 120, left: 0 };

// source: the document as JSON text. Throws when it is not one that this editor knows whole: a
// document half known would be saved half.
export function openEditor(host, source, { extensions = [], attributes = {} } = {}) {
  const body = read(source);
  const editor = new Editor({
    element: host,
    content: body,
    extensions: [
      ...schema,
      Slash,
      Keys,
      Designations,
      Flags,
      WholeBlock,
      Undo,
      Cursors,
      LastLine,
      ...extensions,
    ],
    injectCSS: false,
    enableContentCheck: true,
    emitContentError: false,
    // Bars stick to the top, and on a narrow screen to the foot.
    editorProps: { attributes, scrollThreshold: ROOM, scrollMargin: ROOM },
  });
  try {
    checkFaithful(body, editor);
  } catch (error) {
    editor.destroy();
    throw error;
  }
  mountGrip(editor, host);
  mountSlash(editor, host);
  editor.storage.keys.tools = mountTools(editor, host);
  enableBlockKeys(editor);
  return editor;
}

function read(source) {
  const body = source.trim() ? JSON.parse(source) : { type: "doc" };
  const { type, content = [] } = body ?? {};
  if (type !== "doc" || !Array.isArray(content)) throw new Error("It is no document of ours.");
  // With a line at the end to type in, as the editor itself would add, so that opening is no change.
  return content.at(-1)?.type === "paragraph"
    ? body
    : { ...body, content: [...content, { type: "paragraph" }] };
}
