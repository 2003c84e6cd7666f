import { Mark } from "../vendor/tiptap.js";

const ALLOWED = /^(https?:\/\/[^\s\\]+|mailto:[^\s@]+@[^\s]+|\/(?!\/)[^\s\\]*|#[^\s\\]*)$/i;

// The same addresses as articles/body/node.py: web, mail, or a place on this site.
export function isAddress(href) {
  return ALLOWED.test(href) && href.length <= 2000;
}

export const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    { tag: "a[href]", getAttrs: (a) => isAddress(a.getAttribute("href")) && null },
  ],
  renderHTML: ({ mark }) => ["a", { href: mark.attrs.href }, 0],
});
