// A page of the site's own, written in the editor of articles. Without script its source is edited.
import { openEditor } from "../editor/editor.js";
import { showNotes } from "../editor/notes.js";
import { noteBeside } from "../editor/paste/note.js";
import { Paste } from "../editor/paste/paste.js";

const form = document.getElementById("page_form");
const source = form?.querySelector("#id_body");
const host = document.getElementById("editor");

if (source && host) {
  const editor = openEditor(host, source.value, {
    extensions: [Paste.configure({ say: noteBeside(host) })],
    attributes: {
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": "Text of the page",
      "aria-describedby": "body-help",
      class: "copy",
    },
  });
  host.hidden = false;
  source.closest("details").hidden = true;
  showNotes(editor, host);
  keepUntilSaved(editor);
  form.addEventListener("formdata", (event) => {
    event.formData.set(source.name, JSON.stringify(editor.getJSON()));
  });
}

// Who leaves with words that are not saved is asked first.
function keepUntilSaved(editor) {
  let unsaved = false;
  const changed = () => (unsaved = true);
  editor.on("update", changed);
  form.addEventListener("input", changed);
  form.addEventListener("submit", () => (unsaved = false));
  addEventListener("beforeunload", (event) => unsaved && event.preventDefault());
}
