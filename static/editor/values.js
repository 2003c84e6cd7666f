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
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return "Write it as 2026, 2026-11 or 2026-11-03.";
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

// The value as it is meant: without spaces round it, and "example.org/a" with its https://.
export function completed(type, value) {
  const tidy = value.trim();
  return type === "url" && HOST.test(tidy) ? `https://${tidy}` : tidy;
}
