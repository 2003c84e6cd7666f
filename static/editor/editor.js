// The body of an article as one flowing document.
import { schema } from "./schema.js";
import { Dropcursor, Editor, Gapcursor, ListKeymap, TrailingNode, UndoRedo } from "./vendor/tiptap.js";

// source: the document as JSON text. Throws when it is not one that this editor knows whole: a
// document half known would be saved half.
export function openEditor(host, source, { extensions = [], attributes = {} } = {}) {
  return new Editor({
    element: host,
    content: read(source),
    extensions: [
      ...schema,
      ListKeymap,
      UndoRedo,
      Gapcursor,
      Dropcursor,
      TrailingNode,
      ...extensions,
    ],
    injectCSS: false,
    enableContentCheck: true,
    emitContentError: false,
    editorProps: { attributes },
  });
}

function read(source) {
  const body = source.trim() ? JSON.parse(source) : { type: "doc" };
  return body.content?.length ? body : { type: "doc", content: [{ type: "paragraph" }] };
}
