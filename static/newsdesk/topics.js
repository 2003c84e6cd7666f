// Topics as chips with a lookup that knows every alias. The text field stays what is posted.
import { addresses } from "../editor/addresses.js";
import { combobox } from "../editor/combobox.js";
import { make } from "../editor/dom.js";
import { ask } from "../editor/server.js";

// Returns what is to be called with the names of topics that stand in the text.
export function enhanceTopics(box) {
  const hint = box.querySelector(".suggest");
  const field = box.querySelector("#id_topics");
  if (!field || /"/.test(field.value)) return; // a name with a comma: left as plain text
  const chips = make("ul", { class: "chips" });
  const entry = inPlaceOf(field);
  const { list, close } = combobox(entry, {
    name: "Topics found",
    find: async (text) => (await ask(addresses.topics, { q: tidy(text) })).topics,
    parts: ({ name, also }) => [name, also ? make("small", {}, also) : null],
    take: ({ name }) => take(name),
  });
  let names = field.value.split(",").map(tidy).filter(Boolean);

  box.querySelector("label[for=id_topics]").textContent = "Topics";
  field.after(chips, make("div", { class: "chip-entry" }, entry, list), ...(hint ? [hint] : []));
  draw();

  function draw() {
    field.value = names.join(", ");
    chips.replaceChildren(...names.map(chip));
  }

  function chip(name) {
    const onclick = () => {
      change(names.filter((other) => other !== name));
      entry.focus();
    };
    const remove = make("button", { type: "button", "aria-label": `Remove ${name}`, onclick });
    return make("li", {}, name, remove);
  }

  function change(next) {
    names = next;
    draw();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function take(name) {
    entry.value = "";
    close();
    if (name && !names.includes(name)) change([...names, name]);
  }

  function suggest(found) {
    if (!hint) return;
    const left = found.filter((name) => !names.includes(name));
    const held = hint.contains(document.activeElement);
    hint.replaceChildren(hint.firstElementChild, ...left.map(offered));
    hint.hidden = !left.length;
    if (held) (hint.querySelector("button") ?? entry).focus();
  }

  function offered(name) {
    const properties = { type: "button", class: "chip-add", "aria-label": `Add ${name}`, onclick };
    const button = make("button", properties, name);
    return button;

    function onclick() {
      const next = button.nextElementSibling ?? button.previousElementSibling;
      button.remove();
      hint.hidden = !hint.querySelector("button");
      (next?.matches("button") ? next : entry).focus();
      take(name);
    }
  }

  entry.addEventListener("input", () => {
    if (entry.value.includes(",")) take(tidy(entry.value.replaceAll(",", "")));
  });
  entry.addEventListener("keydown", (event) => {
    if (event.key === "Backspace" && !entry.value && names.length) change(names.slice(0, -1));
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    take(tidy(entry.value));
  });
  // What is half typed when the person goes on counts as a topic too.
  entry.addEventListener("change", () => take(tidy(entry.value)));
  return suggest;
}

// The gate's links and the label lead to what is seen.
function inPlaceOf(field) {
  const described = ["aria-describedby", "aria-invalid"].map((name) => [
    name,
    field.getAttribute(name),
  ]);
  const entry = make("input", {
    type: "text",
    id: field.id,
    placeholder: "Add a topic",
    ...Object.fromEntries(described),
  });
  field.hidden = true;
  field.id = "topics-posted";
  return entry;
}

const tidy = (text) => text.trim().replace(/\s+/g, " ");
