// Two texts in conflict: how much is decided, and nothing is saved before all of it is. Without
// this the server counts, and asks again.
import { make } from "../editor/dom.js";

const form = document.querySelector("form.conflict");
const status = document.getElementById("decided");
const save = document.getElementById("save-merged");
const rows = [...form.querySelectorAll(".pair-row")];

function undecided() {
  return rows.filter((row) => !row.querySelector(":checked"));
}

function count() {
  const left = undecided();
  const said = [make("b", {}, `${rows.length - left.length} of ${rows.length}`), " decided"];
  if (left.length) {
    const [next] = left;
    said.push(". Next: ", make("a", { href: `#${next.id}` }, next.dataset.where));
  }
  status.replaceChildren(...said);
  save.setAttribute("aria-disabled", String(left.length > 0));
}

function goTo(row) {
  row.scrollIntoView({ block: "center" });
  row.querySelector("input").focus({ preventScroll: true });
}

form.addEventListener("change", (event) => {
  if (!event.target.matches("[type=radio]")) return;
  count();
  if (event.target.value === "hand") {
    event.target.closest(".pair-more").querySelector("textarea").focus();
  }
});

// Both buttons that merge: the one in the bar, and the one that Enter presses.
form.addEventListener("click", (event) => {
  const [next] = undecided();
  if (!next || !event.target.matches("[value=merged]")) return;
  event.preventDefault();
  goTo(next);
});

status.addEventListener("click", (event) => {
  if (!event.target.matches("a")) return;
  event.preventDefault();
  goTo(document.querySelector(event.target.getAttribute("href")));
});

count();
