// The form as [name, value] pairs, and back. Filling comes before anything reads the fields.
import { newRow } from "./bylines.js";

const NOT_TEXT = new Set(["csrfmiddlewaretoken", "ticket"]);
const NO_WORDS = /^based_on$|_FORMS$|^bylines-\d+-id$/;
const BYLINES = "bylines-";

export function readForm(form) {
  return [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && !NOT_TEXT.has(name),
  );
}

export function fillForm(form, fields) {
  const typed = grouped(fields);
  const rows = makeRows(form, typed);
  for (const control of form.elements) {
    const { name } = control;
    if (!name || NOT_TEXT.has(name) || control.type === "submit") continue;
    if (name.startsWith(BYLINES) && (!rows || NO_WORDS.test(name))) continue;
    if (control.matches("[type=checkbox], [type=radio]")) check(control, typed.get(name));
    else if (typed.has(name)) write(control, typed.get(name)[0]);
  }
  if (rows) putInOrder(form.querySelector("#bylines"));
}

// Whether both say the same, however they were written down.
export function sameText(some, others) {
  const [a, b] = [grouped(some), grouped(others)];
  const names = new Set([...a.keys(), ...b.keys()].filter((name) => !NO_WORDS.test(name)));
  return [...names].every((name) => plain(name, a.get(name)) === plain(name, b.get(name)));
}

export function valueIn(fields, wanted) {
  return fields.find(([name]) => name === wanted)?.[1] ?? "";
}

function grouped(fields) {
  const groups = new Map();
  for (const [name, value] of fields) groups.set(name, [...(groups.get(name) ?? []), value]);
  return groups;
}

function check(control, values) {
  if (control.type === "checkbox" || values) {
    control.checked = Boolean(values?.includes(control.value));
  }
}

function write(control, value) {
  const known = control.tagName !== "SELECT" || [...control.options].some((o) => o.value === value);
  if (known) control.value = value;
}

// As many rows as were there; false when others changed the bylines meanwhile: theirs stay.
function makeRows(form, typed) {
  const box = form.querySelector("#bylines");
  const field = (name) => form.elements[BYLINES + name];
  const count = (name) => Number(typed.get(BYLINES + name)?.[0]);
  if (!box || count("INITIAL_FORMS") !== Number(field("INITIAL_FORMS").value)) return false;
  for (let n = 0; n < count("INITIAL_FORMS"); n += 1) {
    if (field(`${n}-id`)?.value !== typed.get(`${BYLINES}${n}-id`)?.[0]) return false;
  }
  const total = field("TOTAL_FORMS");
  const blank = box.querySelector("template");
  while (blank && Number(total.value) < Math.min(count("TOTAL_FORMS"), 100)) {
    blank.before(newRow(box));
  }
  return true;
}

function putInOrder(box) {
  const place = (row) => Number(row.querySelector("[name$=position]")?.value) || Infinity;
  const rows = [...box.querySelectorAll(".byline-row")];
  box.querySelector("template").before(...rows.sort((a, b) => place(a) - place(b)));
}

function plain(name, values = []) {
  const filled = values.filter((value) => value !== "");
  return name === "body" ? filled.map(canonical).join() : filled.join("\n").replaceAll("\r", "");
}

function canonical(source) {
  try {
    const blocks = JSON.parse(source).content ?? [];
    while (blocks.length && isEmpty(blocks.at(-1))) blocks.pop();
    return JSON.stringify(blocks, sorted);
  } catch {
    return source;
  }
}

const isEmpty = (block) => block.type === "paragraph" && !block.content?.length;
const sorted = (_, value) =>
  value?.constructor === Object ? Object.fromEntries(Object.entries(value).sort()) : value;
