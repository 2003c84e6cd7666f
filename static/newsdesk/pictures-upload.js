// Pictures chosen, dropped anywhere on the page, or pasted: each goes by itself and has its line.
import { make } from "../editor/dom.js";
import { announce } from "../editor/announce.js";
import { makeLine } from "./pictures-line.js";

const AT_ONCE = 2;

export function enhanceUpload(form) {
  const most = Number(form.dataset.most);
  const input = form.querySelector("[type=file]");
  const list = make("ul", { class: "upload-list", "aria-label": "Uploads" });
  const credit = creditForAll(() => lines);
  let lines = [];
  let running = 0;

  const button = document.getElementById("add-pictures");
  form.querySelector("[type=submit]").hidden = true;
  button.hidden = false;
  button.addEventListener("click", () => input.click());
  form.after(credit.box, list);
  input.addEventListener("change", () => {
    take([...input.files].map((file) => ({ file })));
    input.value = "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  dropOnPage(form, take);
  document.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length) event.preventDefault();
    take(files.map((file) => ({ file: named(file) })));
  });
  addEventListener("beforeunload", (event) => {
    if (lines.some((line) => line.unsaved())) event.preventDefault();
  });

  function take(chosen) {
    const page = { next, gone, changed: credit.draw };
    const fresh = chosen.map(({ file, folder }) => {
      return makeLine(file, page, refusal(file, folder, most));
    });
    lines = [...lines, ...fresh];
    list.append(...fresh.map((line) => line.element));
    next();
    if (chosen.length && !running) tell();
  }

  function gone(line) {
    lines = lines.filter((other) => other !== line);
    next();
  }

  function next() {
    const waiting = lines.filter((line) => line.state === "waiting");
    for (const line of waiting.slice(0, AT_ONCE - running)) {
      running += 1;
      line.begin().finally(() => {
        running -= 1;
        next();
        if (!running) tell();
      });
    }
    credit.draw();
  }

  function tell() {
    const taken = lines.filter((line) => line.state === "taken").length;
    const refused = lines.filter((line) => line.state === "refused");
    const names = refused.map((line) => line.name).join(", ");
    const added = taken === 1 ? "1 picture was added." : `${taken} pictures were added.`;
    announce(names ? `${added} Not taken: ${names}.` : added);
  }
}

function refusal(file, folder, most) {
  if (folder) return "This is a folder. Open it and choose the pictures in it.";
  if (!file.size) return "This file is empty.";
  const [size, limit] = [file.size, most].map((bytes) => Math.ceil(bytes / 2 ** 20));
  return file.size > most ? `This picture is ${size} MB. The limit is ${limit} MB.` : "";
}

// What is pasted is called image.png, all of it.
function named(file) {
  if (file.name !== "image.png") return file;
  const at = new Date().toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
  const name = `Pasted ${at.replaceAll(":", ".").replace(",", "")}.png`;
  return new File([file], name, { type: file.type });
}

function dropOnPage(form, take) {
  let own = false; // a tile of this very page is no upload
  document.addEventListener("dragstart", () => (own = true));
  document.addEventListener("dragend", () => (own = false));
  document.addEventListener("dragover", (event) => {
    if (own || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    form.classList.remove("over");
    if (own || !event.dataTransfer.files.length) return;
    event.preventDefault();
    const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
    const folders = items.map((item) => item.webkitGetAsEntry?.()?.isDirectory ?? false);
    take([...event.dataTransfer.files].map((file, n) => ({ file, folder: folders[n] })));
  });
}

// One credit for all new pictures that have none.
function creditForAll(lines) {
  const field = make("input", { type: "text", id: "credit-for-all", maxlength: 200 });
  const button = make("button", { type: "button", onclick: put });
  const label = make("label", { for: field.id });
  const box = make("div", { class: "credit-for-all", hidden: true }, label, field, button);
  label.textContent = "Credit for all that have none";
  const bare = () => lines().flatMap((line) => (line.taken?.lacksCredit() ? [line.taken] : []));

  async function put() {
    if (!field.value.trim()) return field.focus();
    const chosen = bare();
    const saved = await Promise.all(chosen.map((taken) => taken.giveCredit(field.value.trim())));
    const count = saved.filter(Boolean).length;
    announce(`The credit is saved for ${count} picture${count === 1 ? "" : "s"}.`);
    draw();
  }

  function draw() {
    const count = bare().length;
    box.hidden = count < 2 && !box.contains(document.activeElement);
    button.textContent = `Put on ${count} picture${count === 1 ? "" : "s"}`;
  }
  return { box, draw };
}
