// A paste that has formatting is sent with it: as a file, since its style strings and pictures
// may be larger than a form's text may be. Text that is edited afterwards counts as plain.

const text = document.getElementById("id_text");
const page = document.getElementById("id_page");
const said = document.querySelector(".pasted");
let pasting = false;

function forget() {
  page.value = "";
  said.hidden = true;
}

text.addEventListener("paste", (event) => {
  const html = event.clipboardData.getData("text/html");
  const whole = text.selectionStart === 0 && text.selectionEnd === text.value.length;
  pasting = true;
  setTimeout(() => (pasting = false));
  if (!html || !whole) {
    forget();
    return;
  }
  const files = new DataTransfer();
  files.items.add(new File([html], "pasted.html", { type: "text/html" }));
  page.files = files.files;
  said.hidden = false;
});

text.addEventListener("input", () => {
  if (!pasting) forget();
});

said.querySelector("button").addEventListener("click", () => {
  forget();
  text.focus();
});
