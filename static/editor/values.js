// What a field may hold: the same rules as articles/body/node.py.

const PLACE = /^[/#]/;
const HOST = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([:/?#]|$)/u;

// What is wrong with an address of the web, of a mailbox or on this site; "" when nothing is.
export function linkComplaint(href) {
  if (!href) return "Type or paste an address.";
  if (href.length > 2000) return "The address is longer than 2,000 characters.";
  if (/[\u0000-\u0020\u007f\\]/.test(href))
    return "The address holds a space or a sign that no address has.";
  if (PLACE.test(href)) return href.startsWith("//") ? "Begin with https://" : "";
  if (/^mailto:/i.test(href))
    return href.includes("@") ? "" : "The address of the mailbox is incomplete.";
  return webComplaint(href);
}

function webComplaint(url) {
  if (!/^https?:\/\//i.test(url)) return "The address must begin with https:// or http://";
  return URL.canParse(url) && new URL(url).hostname ? "" : "The address is incomplete.";
}

function dateComplaint(value) {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value))
    return "Write it as 3 November 2026, Nov 2026 or 2026.";
  const [year, month = 1, day = 1] = value.split("-").map(Number);
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? ""
    : "There is no such date.";
}

// type: "text", "url" or "date". Empty is never wrong: the gate says what is still missing.
export function complaint(type, value) {
  if (!value || type === "text") return "";
  return type === "date" ? dateComplaint(value) : webComplaint(value) || linkComplaint(value);
}

const MONTHS =
  "january february march april may june july august september october november december".split(
    " ",
  );
// 3 November 2026, Nov. 2026; November 3rd, 2026.
const DATES = [
  /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)? )?(?<month>[a-z]{3,})\.?,? (?<year>\d{4})$/i,
  /^(?<month>[a-z]{3,})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i,
];

// A date with its month in letters as 2026-11 or 2026-11-03; anything else stays as it is.
function inDigits(value) {
  const plain = value.replace(/\s+/g, " ");
  const found = DATES.map((date) => date.exec(plain)?.groups).find(Boolean);
  const month = MONTHS.findIndex((name) => name.startsWith(found?.month.toLowerCase())) + 1;
  if (!month) return value;
  const parts = [found.year, month, found.day].filter(Boolean);
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

// The value as it is meant: without spaces round it, "example.org/a" with its https://, and a date
// in digits.
export function completed(type, value) {
  const tidy = value.trim();
  if (type === "date") return inDigits(tidy);
  return type === "url" && HOST.test(tidy) ? `https://${tidy}` : tidy;
}
