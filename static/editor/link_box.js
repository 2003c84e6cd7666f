// A link on the selected words: an address, or an article of ours found by its headline.
import { searchArticles } from "./articles.js";
import { openBox } from "./box.js";
import { combobox } from "./combobox.js";
import { make } from "./dom.js";
import { completed, linkComplaint } from "./values.js";

export function openLink(editor) {
  const { node, empty, $from } = editor.state.selection;
  if (node || (empty && !$from.parent.inlineContent)) return false;
  editor.commands.extendMarkRange("link");
  const old = editor.getAttributes("link").href ?? "";
  const said = make("p", { class: "block-said", id: "link-said" });
  const input = make("input", { id: "link-address", type: "text", "aria-describedby": said.id });
  const follow = make(
    "a",
    { target: "_blank", rel: "noopener", hidden: true },
    "Open it in a new tab",
  );
  const set = make(
    "button",
    { type: "button", onclick: () => apply(input.value) },
    old ? "Change the link" : "Set the link",
  );
  const unset = make(
    "button",
    { type: "button", class: "quiet", onclick: remove },
    "Remove the link",
  );
  const { list } = combobox(input, {
    name: "Our articles",
    find: (text) => (isAddress(text) ? null : searchArticles(text)),
    parts: ({ headline, url, desk, when }) => [
      headline,
      make(
        "small",
        {},
        url ? [desk, when].filter(Boolean).join(", ") : "Not published: it has no address yet",
      ),
    ],
    isOff: ({ url }) => !url,
    take: ({ url, headline }) =>
      url ? apply(url, headline) : complain("This article has no address before it is published."),
    told: complain,
    none: () => "No article of ours has these words.",
  });
  const box = openBox(editor, "Link", [
    make("label", { for: input.id }, "Address, or words of an article of ours"),
    input,
    list,
    said,
    make("p", { class: "acts" }, set, old && unset, follow),
  ]);

  function complain(words) {
    said.textContent = words;
    input.setAttribute("aria-invalid", String(Boolean(words)));
  }

  // words: what stands there where nothing is selected.
  function apply(value, words) {
    const href = completed("url", value);
    complain(linkComplaint(href));
    if (said.textContent) return input.focus();
    box.close();
    const link = { type: "link", attrs: { href } };
    const chain = editor.chain().focus();
    if (!editor.state.selection.empty) chain.setMark("link", { href }).run();
    else chain.insertContent({ type: "text", text: words ?? href, marks: [link] }).run();
  }

  function remove() {
    box.close();
    editor.chain().focus().unsetMark("link").run();
  }

  function look() {
    const href = completed("url", input.value);
    follow.hidden = Boolean(linkComplaint(href)) || href.startsWith("#");
    if (!follow.hidden) follow.href = href;
  }

  input.value = old;
  input.addEventListener("input", look);
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    apply(input.value);
  });
  look();
  input.select();
  input.focus();
  return true;
}

function isAddress(text) {
  return /^([a-z]+:|[/#])/i.test(text) || completed("url", text) !== text;
}
