// The editor in the place of the body that the server drew. Without it, the source is edited.
import { openEditor } from "../editor/editor.js";

// Returns the editor, or null where the body cannot be opened; then the source stays.
export function mountBody(form) {
  const source = form.querySelector("#id_body");
  const host = document.getElementById("editor");
  if (!source || !host) return null;
  let editor;
  try {
    editor = openEditor(host, source.value, {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "Body of the article",
        class: "copy",
      },
    });
  } catch (error) {
    refuse(host, error);
    return null;
  }
  host.hidden = false;
  document.getElementById("body").hidden = true;
  source.closest("details").hidden = true;
  editor.on("update", () => host.dispatchEvent(new Event("input", { bubbles: true })));
  form.addEventListener("formdata", (event) => {
    event.formData.set(source.name, JSON.stringify(editor.getJSON()));
  });
  return editor;
}

function refuse(host, error) {
  const said = document.createElement("p");
  said.className = "errornote";
  said.textContent = `The editor cannot open this text: ${error.message} It stands below as it was saved; change it in the source, or tell the technician.`;
  host.before(said);
}
