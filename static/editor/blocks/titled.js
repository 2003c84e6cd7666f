// A line of a block that readers see, edited where they see it: a title, a caption.
import { fieldRow } from "../fields.js";

// As fieldRow with that one field. Its label is for who does not see it; it shows as placeholder.
// onenter: what Enter does; without it, it goes on to the next field of the block.
export function titleField(view, name, label, className, onenter = next) {
  const row = fieldRow(view, [{ name, label, placeholder: label, onenter }]);
  row.dom.classList.add("in-place", className);
  return row;
}

function next({ target }) {
  const fields = [...target.closest(".block").querySelectorAll("input")];
  fields[fields.indexOf(target) + 1]?.focus();
  return true;
}
