// Quotations with their speaker; a pull quote where WordPress or a style of Word's says so.
export function foldQuotes(body) {
  for (const quote of body.querySelectorAll("blockquote")) {
    const figure = quote.closest("figure.wp-block-pullquote, .wp-block-pullquote");
    const cite = quote.querySelector("cite") ?? figure?.querySelector("cite");
    const speaker = (cite?.textContent ?? "").replace(/^[\s—–-]+/, "").trim();
    cite?.remove();
    if (figure) (figure.contains(quote) ? figure : quote).replaceWith(pull(quote, speaker));
    else quote.setAttribute("data-quoted", JSON.stringify({ speaker }));
  }
  for (const p of body.querySelectorAll("p.MsoIntenseQuote")) p.replaceWith(pull(p, ""));
  for (const p of body.querySelectorAll("p.MsoQuote")) {
    const quote = body.ownerDocument.createElement("blockquote");
    p.replaceWith(quote);
    quote.append(p);
  }
}

function pull(source, speaker) {
  const aside = source.ownerDocument.createElement("aside");
  const attrs = { speaker, role: "", date: "", source: "" };
  aside.setAttribute("data-pull-quote", JSON.stringify(attrs));
  const p = source.ownerDocument.createElement("p");
  const parts = [...source.querySelectorAll("p")];
  if (!parts.length) p.append(...source.childNodes);
  for (const [n, part] of parts.entries()) {
    if (n) p.append(source.ownerDocument.createElement("br"));
    p.append(...part.childNodes);
  }
  // Our quotation marks are drawn, not stored.
  p.normalize();
  trim(p.firstChild, /^\s*[“"„«]/);
  trim(p.lastChild, /[”"“»]\s*$/);
  aside.append(p);
  return aside;
}

function trim(node, mark) {
  if (node?.nodeType === 3) node.textContent = node.textContent.replace(mark, "");
}
