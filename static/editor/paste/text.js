// Plain text read as a manuscript: lists, headings, quotations and tables by how their lines look.
import { isAddress } from "../inline/link.js";
import { isBoilerplate } from "./closing.js";

const BULLET = /^[-*•–·]\s+(.+)$/;
const NUMBERED = /^(\d{1,4})[.)]\s+(.+)$/;
const QUOTE = /^[“"]([^“”"]+)[”"][.]?$/;
const MARKED = /^(#{1,6})\s+(.+)$/;
const URL_IN_TEXT = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]]/g;
const SMALL = new Set(
  "a an and as at but by for from in into of on or over the to vs vs. with".split(" "),
);

// Blocks as JSON of the schema.
export function blocksOf(text) {
  const out = [];
  let list = null;
  for (const group of grouped(lines(text))) {
    if (group.length > 1) {
      out.push(tableOf(group));
      list = null;
      continue;
    }
    const [line] = group;
    const item = itemOf(line);
    if (!line) list = null;
    else if (item) list = added(out, list, item);
    else {
      list = null;
      out.push(blockOf(line));
    }
  }
  return out;
}

export function plainBlocksOf(text) {
  return lines(text)
    .filter(Boolean)
    .map((line) => ({ type: "paragraph", content: words(line) }));
}

const lines = (text) =>
  text
    .replaceAll("\0", "")
    .toWellFormed()
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map((line) => line.replace(/^[ \u00a0]+|\s+$/g, ""))
    .filter((line) => !isBoilerplate(line));

// Two or more lines with the same number of tabs, from a spreadsheet, are a table.
function grouped(all) {
  const groups = [];
  const tabs = (line) => line.split("\t").length - 1;
  for (const line of all) {
    const before = groups.at(-1);
    if (tabs(line) && before && tabs(before.at(-1)) === tabs(line)) before.push(line);
    else groups.push([line]);
  }
  return groups;
}

function tableOf(rows) {
  const cell = (type) => (text) => ({ type, content: [paragraph(text.trim())] });
  return {
    type: "table",
    content: rows.map((row, n) => ({
      type: "tableRow",
      content: row.split("\t").map(cell(n ? "tableCell" : "tableHeader")),
    })),
  };
}

function itemOf(line) {
  const bullet = BULLET.exec(line);
  const numbered = NUMBERED.exec(line);
  if (bullet) return { type: "bulletList", text: bullet[1] };
  return numbered ? { type: "orderedList", text: numbered[2], start: Number(numbered[1]) } : null;
}

function added(out, open, { type, text, start }) {
  const list =
    open?.type === type ? open : { type, ...(start != null && { attrs: { start } }), content: [] };
  if (list !== open) out.push(list);
  list.content.push({ type: "listItem", content: [paragraph(text)] });
  return list;
}

function blockOf(line) {
  const marked = MARKED.exec(line);
  if (marked) return heading(marked[2], marked[1].length > 2 ? 3 : 2);
  const quote = QUOTE.exec(line);
  if (quote) return { type: "pullQuote", content: words(quote[1]) };
  if (looksLikeHeading(line)) return heading(line, line.split(/\s+/).length <= 2 ? 3 : 2);
  return paragraph(line);
}

// Title Case, at most 14 words, no punctuation at its end but a question mark.
function looksLikeHeading(line) {
  const all = line.split(/\s+/);
  if (line.length > 90 || all.length > 14 || /[.:;,!…]["”’)]?$/.test(line)) return false;
  const counted = all.filter((word) => /^\p{L}/u.test(word));
  return (
    counted.length > 0 &&
    /^[\p{Lu}\d“"]/u.test(line) &&
    counted.every((word) => SMALL.has(word.toLowerCase()) || /^\p{Lu}/u.test(word))
  );
}

const heading = (text, level) => ({ type: "heading", attrs: { level }, content: words(text) });
const paragraph = (text) => ({ type: "paragraph", content: words(text) });

// Text with its web addresses as links; nothing for an empty line.
function words(text) {
  const parts = [];
  let at = 0;
  for (const { 0: href, index } of text.matchAll(URL_IN_TEXT)) {
    if (!isAddress(href)) continue;
    if (index > at) parts.push({ type: "text", text: text.slice(at, index) });
    parts.push({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] });
    at = index + href.length;
  }
  if (at < text.length) parts.push({ type: "text", text: text.slice(at) });
  return parts.length ? parts : undefined;
}
