// Something of another site's, by its address. Nothing is asked of that site from here.
import { make } from "../dom.js";
import { fieldRow } from "../fields.js";
import { Node, Plugin, PluginKey } from "../vendor/tiptap.js";
import { stored } from "./attributes.js";
import { insertAndEnter } from "./insert.js";
import { dispatchStep } from "./steps.js";

// The same as articles/body/blocks/embed.py.
const PLAYERS = [
  [
    "YouTube",
    /^https:\/\/(?:www\.|m\.)?(?:youtube\.com\/(?:watch\?(?:[^#]*&)?v=|shorts\/|embed\/)|youtu\.be\/)[\w-]{6,20}(?![\w-])\S*$/,
  ],
  ["Vimeo", /^https:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?\d{4,12}(?!\d)\S*$/],
];

const playerOf = (url) => PLAYERS.find(([, address]) => address.test(url))?.[0] ?? "";

// Whose it is, in a word: "YouTube", or the host's name.
function providerOf(url) {
  return playerOf(url) || (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "");
}

const Embed = Node.create({
  name: "embed",
  group: "block",
  atom: true,
  ...stored("div", "embed", { url: "", title: "" }),
  addNodeView: () => embedView,
  addProseMirrorPlugins() {
    return [pastedAddress(this.editor)];
  },
});

function embedView(view) {
  const row = fieldRow(view, [
    {
      name: "url",
      label: "Address",
      type: "url",
      wide: true,
      placeholder: "https://www.youtube.com/watch?v=…",
    },
    { name: "title", label: "Title", wide: true, placeholder: "What readers will see or hear" },
  ]);
  const said = make("p");
  const screen = make("div", { class: "embed-screen" }, said);
  const dom = make(
    "div",
    { class: "block block-embed", contenteditable: "false" },
    screen,
    row.dom,
  );

  function draw({ url, title }) {
    const provider = providerOf(url);
    const isPlayer = Boolean(playerOf(url));
    screen.classList.toggle("is-player", isPlayer);
    const about = isPlayer
      ? `${provider}. Nothing is loaded from there before the reader chooses “Play it here”.`
      : provider
        ? `${provider}. Readers get a link: only YouTube and Vimeo can be played here.`
        : "A video or post, by its address";
    said.replaceChildren(...(title ? [make("b", {}, title), " "] : []), about);
  }

  draw(view.node.attrs);
  return {
    dom,
    update(node) {
      if (node.type.name !== "embed") return false;
      row.update(node);
      draw(node.attrs);
      return true;
    },
    stopEvent: row.stopEvent,
    ignoreMutation: () => true,
  };
}

// The address of a video pasted alone on an empty line becomes an embed; undo gives the address.
function pastedAddress(editor) {
  return new Plugin({
    key: new PluginKey("pastedAddress"),
    props: {
      handlePaste(view, event) {
        const url = event.clipboardData?.getData("text/plain").trim() ?? "";
        const { $from, empty } = view.state.selection;
        const isEmptyLine =
          $from.depth === 1 && $from.parent.type.name === "paragraph" && !$from.parent.content.size;
        if (!empty || !isEmptyLine || !playerOf(url)) return false;
        view.dispatch(view.state.tr.insertText(url).setMeta("paste", true));
        const [from, to] = [$from.before(), $from.before() + url.length + 2];
        const embed = editor.schema.nodes.embed.create({ url });
        dispatchStep(editor, view.state.tr.replaceWith(from, to, embed));
        view.nodeDOM(from)?.querySelectorAll("input")[1]?.focus();
        return true;
      },
    },
  });
}

export const nodes = [Embed];
export const menu = [
  {
    label: "Embed",
    hint: "A video or post, by its address",
    also: "video film youtube vimeo post tweet social",
    insert: (chain, editor) => insertAndEnter(chain, editor, { type: "embed" }),
  },
];
