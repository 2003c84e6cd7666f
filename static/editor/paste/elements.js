// Small turns that the readers of pasted HTML share.
export function renamed(element, tag) {
  const other = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) other.setAttribute(name, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

export const unwrap = (element) => element.replaceWith(...element.childNodes);

// The style attribute under the name that it was given before parsing.
export const styleOf = (element) => element.getAttribute("data-s") ?? "";
