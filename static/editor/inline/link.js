import { Mark, Plugin } from "../vendor/tiptap.js";
import { linkComplaint } from "../values.js";

// The same addresses as articles/body/node.py: web, mail, or a place on this site.
export function isAddress(href) {
  return Boolean(href) && !linkComplaint(href);
}

export const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (a) => isAddress(a.getAttribute("href")) && null }],
  renderHTML: ({ mark }) => ["a", { href: mark.attrs.href }, 0],
  addProseMirrorPlugins() {
    return [
      new Plugin({ props: { handlePaste: (view, event) => pasteOver(view, event, this.type) } }),
    ];
  },
});

// An address pasted over words links them.
function pasteOver(view, event, type) {
  const href = event.clipboardData?.getData("text/plain").trim() ?? "";
  const { from, to, empty, $from, node } = view.state.selection;
  const web = /^(https?:\/\/|mailto:)\S+$/i.test(href) && isAddress(href);
  if (!web || empty || node || !$from.parent.inlineContent) return false;
  view.dispatch(view.state.tr.addMark(from, to, type.create({ href })).scrollIntoView());
  return true;
}
