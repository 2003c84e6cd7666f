// After "Save now" the page comes back where the writer was: the same line on the same height
// of the screen, and the cursor in it.
const KEY = "newsdesk-place";
const FRESH = 60_000;

export function enableReturn(form, editor) {
  comeBack(editor);
  form.addEventListener("submit", ({ submitter, defaultPrevented }) => {
    if (submitter?.name !== "_continue" || defaultPrevented) return;
    const { from, to } = editor.state.selection;
    const { id } = document.activeElement;
    const field = /^id_/.test(id) && id;
    const focused = editor.view.hasFocus();
    const place = { at: Date.now(), field, focused, from, to, top: topOf(editor, field, from) };
    sessionStorage.setItem(KEY, JSON.stringify(place));
  });
}

function comeBack(editor) {
  const place = JSON.parse(sessionStorage.getItem(KEY));
  sessionStorage.removeItem(KEY);
  // A refused save begins with what is to mend.
  if (!place || Date.now() - place.at > FRESH || document.querySelector(".to-mend")) return;
  const { field, focused, from, to, top } = place;
  editor.commands.setTextSelection({ from, to });
  if (focused) editor.view.focus();
  else document.getElementById(field)?.focus({ preventScroll: true });
  scrollBy({ top: topOf(editor, field, from) - top, behavior: "instant" });
}

function topOf(editor, field, from) {
  if (field) return document.getElementById(field).getBoundingClientRect().top;
  return editor.view.coordsAtPos(Math.min(from, editor.state.doc.content.size)).top;
}
