// A mark that leads to a note, and a note that leads back: so Word, LibreOffice, Google Docs and
// WordPress all write footnotes. The note moves into the text.
import { isAddress } from "../inline/link.js";

export function foldFootnotes(body) {
  const links = [...body.querySelectorAll("a[href^='#']")];
  for (const mark of links) {
    if (!mark.isConnected) continue;
    const back = noteOf(body, mark);
    if (back) fold(mark, back);
  }
  for (const list of body.querySelectorAll("ol, div")) {
    if (!list.textContent.trim() && !list.querySelector("[data-footnote]")) list.remove();
  }
}

// The link of a note that leads back to this mark, if it stands further down.
function noteOf(body, mark) {
  const names = [mark.id, mark.getAttribute("name"), mark.closest("sup")?.id].filter(Boolean);
  const target = named(body, mark.getAttribute("href").slice(1));
  if (!target || !names.length) return null;
  const inside = [
    target,
    ...target.querySelectorAll("a"),
    ...(target.closest("p, li, div")?.querySelectorAll("a") ?? []),
  ];
  const back = inside.find((a) => names.includes(a.getAttribute("href")?.slice(1)));
  const isBelow = back && mark.compareDocumentPosition(back) & Node.DOCUMENT_POSITION_FOLLOWING;
  return isBelow ? back : null;
}

function named(body, name) {
  const place = CSS.escape(name);
  return name ? body.querySelector(`[id="${place}"], a[name="${place}"]`) : null;
}

function fold(mark, back) {
  const note = back.closest("li, p, div");
  back.remove();
  const link = [...note.querySelectorAll("a[href]")].find((a) =>
    /^https?:/.test(a.getAttribute("href")),
  );
  const url = link && isAddress(link.getAttribute("href")) ? link.getAttribute("href") : "";
  const sup = mark.ownerDocument.createElement("sup");
  sup.setAttribute(
    "data-footnote",
    note.textContent
      .replace(/\s+/g, " ")
      .replace(/^[\s.)\]↩︎]+|[\s↩︎]+$/gu, "")
      .slice(0, 2000),
  );
  sup.setAttribute("data-url", url);
  note.remove();
  (mark.closest("sup") ?? mark).replaceWith(sup);
}
