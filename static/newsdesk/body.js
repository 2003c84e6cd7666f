// The editor in the place of the body that the server drew. Without it, the source is edited.
import { Passages } from "../editor/comments.js";
import { showCounts } from "../editor/counts.js";
import { make } from "../editor/dom.js";
import { openEditor } from "../editor/editor.js";
import { enableJumps } from "../editor/jump.js";
import { showNotes } from "../editor/notes.js";
import { showOutline } from "../editor/outline.js";
import { noteBeside } from "../editor/paste/note.js";
import { Paste } from "../editor/paste/paste.js";

// Returns the editor, or null where the body cannot be opened; then the source stays.
export function mountBody(form) {
  const source = form.querySelector("#id_body");
  const host = document.getElementById("editor");
  if (!source || !host) return null;
  try {
    return inPlace(form, source, host);
  } catch (error) {
    refuse(source, error);
    return null;
  }
}

function inPlace(form, source, host) {
  const editor = openEditor(host, source.value, {
    extensions: [Passages, Paste.configure({ say: noteBeside(host) })],
    attributes: {
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": "Body of the article",
      "aria-describedby": "body-help",
      class: "copy",
    },
  });
  host.hidden = false;
  document.getElementById("body").hidden = true;
  source.closest("details").hidden = true;
  editor.on("update", () => host.dispatchEvent(new Event("input", { bubbles: true })));
  form.addEventListener("formdata", (event) => {
    event.formData.set(source.name, JSON.stringify(editor.getJSON()));
  });
  showNotes(editor, host);
  showOutline(editor, document.getElementById("outline-list"));
  showCounts(editor, document.querySelector("#outline .words"));
  enableJumps(editor, form);
  return editor;
}

// The body stays as it was saved, to be read above and mended in the source.
function refuse(source, error) {
  const details = source.closest("details");
  const said = make(
    "div",
    { class: "field refused", role: "alert" },
    make("p", {}, make("b", {}, "The editor stays closed, so that nothing is lost.")),
    make("p", {}, `There is something in this text that it does not know: ${reason(error)}`),
    make(
      "p",
      {},
      "Mend it in the source below and save, and the editor opens; or tell the technician.",
    ),
  );
  details.open = true;
  details.before(said);
}

function reason({ message: outer, cause }) {
  const message = cause?.message ?? outer;
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
