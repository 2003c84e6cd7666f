// The rows of the byline: buttons add, move and remove. The numbers are still what is posted.
import { make } from "../editor/dom.js";
import { announce } from "../editor/announce.js";

export function enhanceBylines(box) {
  const add = box.querySelector(".add");
  if (!add) return;

  box.querySelector(".lab").textContent = "Bylines";
  for (const row of box.querySelectorAll(".byline-row")) dress(row);
  showWays();
  add.hidden = false;
  add.addEventListener("click", () => {
    const row = spare() ?? newRow(box);
    if (!row.querySelector(".row-acts")) dress(row);
    row.hidden = false;
    add.before(row);
    number();
    row.querySelector("select").focus();
  });

  function dress(row) {
    const gone = row.querySelector("[name$=DELETE]");
    const unused = !gone && !row.querySelector("select").value && !row.querySelector(".errorlist");
    gone?.closest("label").setAttribute("hidden", "");
    row.querySelector("[name$=position]").hidden = true;
    row.querySelector("select").after(
      make(
        "span",
        { class: "row-acts" },
        act("↑", "Move up", () => move(row, -1)),
        act("↓", "Move down", () => move(row, 1)),
        act("×", "Remove", () => remove(row)),
      ),
    );
    row.hidden = Boolean(unused || gone?.checked);
  }

  // The server's own empty row, where nobody has taken it yet.
  function spare() {
    return [...box.querySelectorAll(".byline-row[hidden]")].find(
      (row) => !row.querySelector("[name$=DELETE]") && !row.querySelector("select").value,
    );
  }

  function shown() {
    return [...box.querySelectorAll(".byline-row:not([hidden])")];
  }

  const nameOf = (row) => row.querySelector("select").selectedOptions[0]?.textContent ?? "";

  function move(row, step) {
    const rows = shown();
    const other = rows[rows.indexOf(row) + step];
    if (!other) return;
    if (step < 0) other.before(row);
    else other.after(row);
    number();
    const [up, down] = row.querySelectorAll(".row-acts button");
    (step < 0 ? (up.hidden ? down : up) : down.hidden ? up : down).focus();
    announce(`${nameOf(row)}: ${shown().indexOf(row) + 1} of ${rows.length}`);
  }

  function remove(row) {
    const gone = row.querySelector("[name$=DELETE]");
    const name = nameOf(row);
    if (gone) gone.checked = true;
    else row.querySelector("select").value = "";
    row.hidden = true;
    number();
    add.focus();
    announce(`${name} removed`);
  }

  // The first row goes no further up, the last no further down.
  function showWays() {
    const rows = shown();
    rows.forEach((row, n) => {
      const [up, down] = row.querySelectorAll(".row-acts button");
      up.hidden = n === 0;
      down.hidden = n === rows.length - 1;
    });
  }

  function number() {
    shown().forEach((row, n) => (row.querySelector("[name$=position]").value = String(n + 1)));
    showWays();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// A further row, with the next number, as the server would write it.
export function newRow(box) {
  const total = box.querySelector("[name$=TOTAL_FORMS]");
  const holder = box.querySelector("template").cloneNode();
  holder.innerHTML = box.querySelector("template").innerHTML.replaceAll("__prefix__", total.value);
  total.value = String(Number(total.value) + 1);
  return holder.content.querySelector(".byline-row");
}

function act(face, label, onclick) {
  return make("button", { type: "button", "aria-label": label, title: label, onclick }, face);
}
