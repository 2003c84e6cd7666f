// Bold, italic, raised and lowered, whether an element or a style says so; and links.
import { isAddress } from "../inline/link.js";
import { styleOf, unwrap } from "./elements.js";

const BOLD = /font-weight:\s*(bold|[6-9]00)/i;
const LIGHT = /font-weight:\s*(normal|[1-5]00)/i;
const HEADINGS = "h1, h2, h3, h4, h5, h6";

export function foldMarks(body) {
  for (const a of body.querySelectorAll("a")) foldLink(a);
  for (const b of body.querySelectorAll("b, strong")) {
    if (LIGHT.test(styleOf(b)) || b.closest(HEADINGS)) unwrap(b);
  }
  for (const i of body.querySelectorAll("i, em")) {
    if (/font-style:\s*normal/i.test(styleOf(i))) unwrap(i);
  }
  for (const span of body.querySelectorAll("span, font")) foldStyle(span);
}

// Google Docs leads every link through its own counter.
function foldLink(a) {
  let href = a.getAttribute("href") ?? "";
  if (/^https:\/\/www\.google\.com\/url\?/.test(href)) {
    href = new URL(href).searchParams.get("q") ?? href;
  }
  // A path belongs to the site that was copied from, and a mark to its page.
  if (/^[/#]/.test(href) || !isAddress(href)) unwrap(a);
  else a.setAttribute("href", href);
}

function foldStyle(span) {
  const style = styleOf(span);
  const tags = [
    BOLD.test(style) && !span.closest(`b, strong, ${HEADINGS}`) && "strong",
    /font-style:\s*italic/i.test(style) && !span.closest("i, em") && "em",
    /vertical-align:\s*super/i.test(style) && "sup",
    /vertical-align:\s*sub/i.test(style) && "sub",
  ];
  for (const tag of tags.filter(Boolean)) {
    const mark = span.ownerDocument.createElement(tag);
    mark.append(...span.childNodes);
    span.append(mark);
  }
  unwrap(span);
}
