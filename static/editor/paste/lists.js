// Lists as nested elements, whoever wrote them.
import { styleOf, unwrap } from "./elements.js";

const NUMBER = /^\W*(\d{1,4}|[a-z]|[ivxl]{1,6})[.)]/i;

export function foldLists(body) {
  foldWordLists(body);
  // Google Docs puts an inner list between the entries, not into one.
  for (const list of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) {
    const item = list.previousElementSibling;
    if (item?.matches("li")) item.append(list);
    else unwrap(list);
  }
  for (const item of body.querySelectorAll("li")) {
    if (!item.closest("ul, ol")) unwrap(item);
  }
}

// Word writes each entry as a paragraph with its level in the style, and draws the bullet itself.
function foldWordLists(body) {
  let open = []; // the lists that are open, the outermost first
  let last = null;
  for (const p of body.querySelectorAll("p")) {
    const level = Number(/mso-list:\s*l\d+\s+level(\d)/i.exec(styleOf(p))?.[1] ?? 0);
    if (!level) continue;
    if (!last || nextOf(last) !== p) open = [];
    const marker = takeMarker(p);
    const tag = NUMBER.test(marker) && !/^o\b/.test(marker.trim()) ? "ol" : "ul";
    open.length = Math.min(open.length, level);
    if (open.length === level && open.at(-1).localName !== tag) open.pop();
    const outermost = open.length === 0;
    while (open.length < level) deepen(open, p, tag);
    const item = p.ownerDocument.createElement("li");
    last = open[0];
    if (outermost && marker) setStart(open.at(-1), marker);
    item.append(p);
    open.at(-1).append(item);
  }
}

function deepen(open, p, tag) {
  const list = p.ownerDocument.createElement(tag);
  const inner = open.at(-1)?.lastElementChild;
  if (inner) inner.append(list);
  else if (open.length) open.at(-1).append(list);
  else p.before(list);
  open.push(list);
}

function takeMarker(p) {
  const drawn = [...p.querySelectorAll("span")].filter((s) =>
    /mso-list:\s*Ignore/i.test(styleOf(s)),
  );
  const text = drawn.map((span) => span.textContent).join("");
  for (const span of drawn) span.remove();
  return text;
}

function setStart(list, marker) {
  const start = parseInt(marker.trim(), 10);
  if (list.localName === "ol" && start > 1) list.setAttribute("start", start);
}

function nextOf(element) {
  let next = element.nextSibling;
  while (next && next.nodeType === 3 && !next.textContent.trim()) next = next.nextSibling;
  return next;
}
