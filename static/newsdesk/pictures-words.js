// A field for words of a picture that saves itself when one leaves it.
import { make } from "../editor/dom.js";

// save(value) → Promise, its Error is for the person; changed() after each saving.
export function wordField({ id, label, whose, hint, value, most, rows, save, changed }) {
  const input = make(rows ? "textarea" : "input", { id, maxlength: most, rows, placeholder: hint });
  const said = make("span", { class: "quiet small", id: `${id}-said`, role: "status" });
  const of = make("span", { class: "visually-hidden" }, ` of ${whose}`);
  const name = make("label", { for: id }, label, of);
  let stands = value;
  let touched = false;
  let saving = false;
  input.value = value;
  input.setAttribute("aria-describedby", said.id);
  input.addEventListener("input", () => (touched = true));
  input.addEventListener("change", keep);
  input.addEventListener("blur", () => input.value !== stands && keep());
  return {
    box: make("div", { class: "word-field" }, name, input, said),
    value: () => input.value.trim(),
    unsaved: () => input.value !== stands,
    put(text) {
      input.value = text;
      return keep();
    },
    // What the file itself says, where nobody has written anything.
    offer(text) {
      if (touched || !text || text === stands) return;
      stands = text;
      input.value = text;
      tell("Read from the file: check it.");
    },
  };

  function tell(text, wrong = false) {
    said.textContent = text;
    said.className = wrong ? "err" : "quiet small";
    input.setAttribute("aria-invalid", String(wrong));
  }

  // Returns whether it was saved.
  async function keep() {
    if (saving) return false;
    const sent = input.value;
    touched = saving = true;
    tell("Saving…");
    try {
      await save(sent);
      stands = sent;
      tell("Saved");
      changed();
      return true;
    } catch (error) {
      tell(`Not saved. ${error.message}`, true);
      return false;
    } finally {
      saving = false;
    }
  }
}
