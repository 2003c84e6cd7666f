// The review of a manuscript: a changed kind shows at once; without this, "Show again" does it.

const form = document.querySelector("form.import");
const rows = document.getElementById("rows");
const tally = document.getElementById("tally");
const again = document.getElementById("again");
const next = document.getElementById("next-guess");
again.hidden = true;
next.hidden = false;

function unchecked() {
  return [...rows.querySelectorAll(".okd input:not(:checked)")];
}

function count() {
  const all = rows.querySelectorAll(".guess").length;
  const bold = document.createElement("b");
  bold.textContent = `${all - unchecked().length} of ${all}`;
  tally.replaceChildren(bold, " guesses checked");
}

async function show(changed) {
  rows.setAttribute("aria-busy", "true");
  const data = new FormData(form);
  data.set("_again", "1");
  try {
    const answer = await fetch(location.href, { method: "POST", body: data, redirect: "error" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("rows");
    if (!answer.ok || !fresh) throw new Error("no rows");
    rows.replaceChildren(...fresh.children);
    document.getElementById(changed)?.focus();
    count();
  } catch {
    again.hidden = false;
  }
  rows.removeAttribute("aria-busy");
}

rows.addEventListener("change", (event) => {
  if (event.target.matches("select")) show(event.target.id);
  else count();
});

next.addEventListener("click", () => {
  const open = unchecked();
  const from = document.activeElement.closest?.(".imp-row");
  const after = open.find(
    (box) =>
      from &&
      from.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING &&
      !from.contains(box),
  );
  const box = after ?? open[0];
  box?.focus({ preventScroll: true });
  box?.closest(".imp-row").scrollIntoView({ block: "center" });
});
