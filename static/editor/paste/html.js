// Pasted HTML made small and plain. It works on the strings of the attributes: under our CSP a
// style attribute is never applied, and to parse one already counts as an offence, so they are
// renamed before anything is parsed.
import { isBoilerplate } from "./closing.js";
import { foldFootnotes } from "./footnotes.js";
import { foldHeadings } from "./headings.js";
import { foldLists } from "./lists.js";
import { foldMarks } from "./marks.js";
import { foldQuotes } from "./quotes.js";
import { foldTables } from "./tables.js";

const UNSEEN =
  /<!--[\s\S]*?-->|<!\[[^\]]*\]>|<(style|script|head|xml|template)\b[\s\S]*?<\/\1\s*>/gi;
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const ACTIVE = /\s(style|on\w+|srcset|background|poster)\s*=/gi;
const NO_TEXT =
  "input, button, select, textarea, iframe, object, embed, video, audio, svg, canvas, hr, del, " +
  "colgroup, script, style, link, meta, noscript";
const KEPT = new Set(
  (
    "href colspan rowspan start data-footnote data-url data-pull-quote data-quoted " +
    "data-caption"
  ).split(" "),
);

// { result: HTML that the schema can read, dropped: how many pictures it had }
export function cleaned(html) {
  if (html.includes("data-pm-slice")) return { result: html, dropped: 0 }; // our own copy
  const page = new DOMParser().parseFromString(withoutStyle(html), "text/html");
  const body = page.body;
  strip(body, (name) => name.startsWith("data-") && name !== "data-s");
  const dropped = dropPictures(body);
  for (const element of body.querySelectorAll(NO_TEXT)) element.remove();
  foldFootnotes(body);
  foldLists(body);
  foldQuotes(body);
  foldTables(body);
  foldMarks(body);
  foldHeadings(body);
  splitAtBreaks(body);
  for (const p of body.querySelectorAll("p")) {
    if (isEmpty(p) ? !p.closest("td, th") : isBoilerplate(p.textContent)) p.remove();
  }
  strip(body, (name) => !KEPT.has(name));
  return { result: body.innerHTML, dropped };
}

function withoutStyle(html) {
  const rename = (_, name) => (name.toLowerCase() === "style" ? " data-s=" : " data-x=");
  const plain = html.replaceAll("\0", "").toWellFormed().replace(UNSEEN, "");
  const inert = (tag) => tag.replace(ACTIVE, rename).replace(/^<img\b/i, "<x-img");
  return plain.replace(TAG, inert).replace(/&nbsp;|\u00a0/g, " ");
}

function strip(body, unwanted) {
  for (const element of body.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) {
      if (unwanted(name)) element.removeAttribute(name);
    }
  }
}

function dropPictures(body) {
  for (const emoji of body.querySelectorAll("x-img.emoji")) {
    emoji.replaceWith(emoji.getAttribute("alt") ?? "", ...emoji.childNodes);
  }
  const pictures = [...body.querySelectorAll("x-img")];
  for (const img of pictures) img.replaceWith(...img.childNodes);
  return pictures.length;
}

// Two breaks are a new paragraph; one at either end of a paragraph, or between two, is none.
function splitAtBreaks(body) {
  for (const block of body.querySelectorAll("p, div, td, li")) {
    for (const br of [...block.querySelectorAll(":scope > br + br")]) {
      if (touches(br.previousElementSibling, br)) splitAt(block, br);
    }
  }
  for (const br of body.querySelectorAll("br")) {
    if (standsAlone(br)) br.remove();
  }
}

function splitAt(block, br) {
  const rest = block.ownerDocument.createElement("p");
  while (br.nextSibling) rest.append(br.nextSibling);
  br.previousElementSibling.remove();
  br.remove();
  if (block.matches("p")) block.after(rest);
  else block.append(rest);
}

const isEmpty = (element) =>
  !element.textContent.trim() && !element.querySelector("[data-footnote]");
const touches = (first, second) => meaningful(first, "nextSibling") === second;
const standsAlone = (br) =>
  br.parentElement.matches("body, ul, ol, tr") ||
  ["previousSibling", "nextSibling"].some((way) => {
    const beside = meaningful(br, way);
    return !beside || /^(P|H\d|UL|OL|TABLE|BLOCKQUOTE|ASIDE|DIV)$/.test(beside.nodeName);
  });

// The next thing on that side that is more than white space, or null.
function meaningful(node, way) {
  let each = node[way];
  while (each?.nodeType === 3 && !each.textContent.trim()) each = each[way];
  return each;
}
