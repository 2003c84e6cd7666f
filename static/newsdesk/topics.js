// Topics as chips with a lookup that knows every alias. The text field stays what is posted, and
// what is half typed is posted with it. A name that no topic goes by becomes no chip by itself: who
// may add topics is offered to create it, anybody else is told who can.
import { addresses } from "../editor/addresses.js";
import { announce } from "../editor/announce.js";
import { combobox } from "../editor/combobox.js";
import { make } from "../editor/dom.js";
import { ask } from "../editor/server.js";
import { showSuggested } from "./suggested.js";

const AGREED = "new_topics";

// restored: the fields of an earlier page, if it had any. Returns what is to be called with the
// names of topics that stand in the text, and with those that are chosen and are none.
export function enhanceTopics(box, form, restored = []) {
  const hint = box.querySelector(".suggest");
  const field = box.querySelector("#id_topics");
  if (!field || /"/.test(field.value)) return; // a name with a comma: left as plain text
  const mayAdd = "mayAdd" in box.dataset;
  const chips = make("ul", { class: "chips" });
  const entry = inPlaceOf(field);
  const said = make("p", { class: "block-said", id: "topics-said" });
  const { list, close } = combobox(entry, {
    name: "Topics found",
    find,
    parts,
    take: ({ name, isNew }) => (isNew ? create(name) : take(name)),
    told,
    none: missing,
    heard,
    first: ({ isMeant }) => isMeant,
  });
  const agreed = new Set(mayAdd ? agreedIn(box, restored) : []);
  const refused = new Set(); // none of ours, as the server said while this page is open
  let names = partsOf(field.value);
  let unknown = [];

  box.querySelector("label[for=id_topics]").textContent = "Topics";
  box.querySelector(".agree")?.remove();
  const line = make("div", { class: "chip-entry" }, entry, list);
  field.after(chips, line, said, ...(hint ? [hint] : []));
  form.addEventListener("formdata", ({ formData }) =>
    formData.set(field.name, [...names, ...partsOf(entry.value)].join(", ")),
  );
  draw();

  function draw() {
    field.value = names.join(", ");
    chips.replaceChildren(...names.map(chip));
  }

  function chip(name) {
    const remove = () => {
      change(names.filter((other) => other !== name));
      entry.focus();
    };
    const cross = { type: "button", class: "remove", "aria-label": `Remove ${name}` };
    return make("li", {}, name, ...state(name), make("button", { ...cross, onclick: remove }));
  }

  // A topic to be made says so; one that cannot be saved offers to be made, or says why.
  function state(name) {
    if (agreed.has(name))
      return [
        make("small", {}, "new"),
        make("input", { type: "hidden", name: AGREED, value: name }),
      ];
    if (!unknown.includes(name)) return [];
    return [mayAdd ? createButton(name) : make("small", {}, "no topic of ours")];
  }

  function createButton(name) {
    const onclick = () => (create(name), entry.focus());
    return make("button", { type: "button", class: "linkish", onclick }, `Create “${name}”`);
  }

  function change(next) {
    names = next;
    draw();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function take(name, typed = partsOf(entry.value).at(-1)) {
    drop(typed);
    close();
    told("");
    if (name && !names.includes(name)) change([...names, name]);
  }

  function create(name) {
    agreed.add(name);
    drop(name);
    close();
    told("");
    change([...new Set([...names, name])]);
    announce(`“${name}” becomes a topic when you save.`);
  }

  // The first that was typed so is no longer half typed.
  function drop(name) {
    const parts = entry.value.split(",");
    const at = parts.findIndex((part) => tidy(part) === name);
    if (at >= 0) entry.value = parts.toSpliced(at, 1).join(",").trimStart();
  }

  async function find(text) {
    const name = partsOf(text).at(-1);
    if (!name) return null;
    const { topics, exact } = await ask(addresses.topics, { q: name });
    const found = topics.map((topic) => ({ ...topic, isMeant: topic.name === exact }));
    return exact || !mayAdd ? found : [...found, { name, isNew: true }];
  }

  // What is typed becomes chips as far as there are such topics; the rest stays to be decided.
  async function settle(typed) {
    for (const name of typed.filter((each) => !refused.has(each))) {
      const answer = await ask(addresses.topics, { q: name }).catch((error) => error);
      if (answer instanceof Error) return told(answer.message);
      if (answer.exact) take(answer.exact, name);
      else refused.add(name);
    }
    const open = typed.find((name) => refused.has(name) && partsOf(entry.value).includes(name));
    const words = open && missing(open);
    // Told already: the button beside the words may have the focus by now.
    if (!words || said.textContent.startsWith(words)) return;
    close();
    told(words, mayAdd && createButton(open));
    announce(said.textContent);
  }

  function missing(text) {
    const name = partsOf(text).at(-1);
    if (!name) return "";
    return `There is no topic “${name}”${mayAdd ? " yet." : ". An editor can add it."}`;
  }

  function told(words, ...more) {
    said.replaceChildren(words, ...more.filter(Boolean).flatMap((each) => [" ", each]));
  }

  function suggest(found, none = []) {
    if (none.join() !== unknown.join()) {
      unknown = none;
      if (!chips.contains(document.activeElement)) draw();
    }
    const left = found.filter((name) => !names.includes(name));
    if (hint) showSuggested(hint, left, { entry, take: (name) => take(name, null) });
  }

  entry.addEventListener("input", () => {
    if (entry.value.includes(",")) settle(partsOf(entry.value.replace(/[^,]*$/, "")));
  });
  entry.addEventListener("keydown", (event) => {
    if (event.key === "Backspace" && !entry.value && names.length) change(names.slice(0, -1));
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    settle(partsOf(entry.value));
  });
  // What is half typed when the person goes on counts as a topic too.
  entry.addEventListener("change", () => settle(partsOf(entry.value)));
  return suggest;
}

function parts({ name, also, isNew }) {
  if (isNew) return [make("span", { class: "creates" }, `Create “${name}”`)];
  return [name, also ? make("small", {}, also) : null];
}

function heard(items) {
  const known = items.filter(({ isNew }) => !isNew).length;
  if (known === items.length) return `${known} found`;
  return known ? `${known} found, or create a new one` : "There is none yet. It can be created.";
}

// The names that were agreed to be new, on a page that came back or was left.
function agreedIn(box, restored) {
  const ticked = [...box.querySelectorAll(`[name=${AGREED}]:checked`)].map(({ value }) => value);
  return [...ticked, ...restored.filter(([name]) => name === AGREED).map(([, value]) => value)];
}

// The gate's links and the label lead to what is seen.
function inPlaceOf(field) {
  const described = field.getAttribute("aria-describedby");
  const entry = make("input", {
    type: "text",
    id: field.id,
    placeholder: "Add a topic",
    "aria-describedby": [described, "topics-said"].filter(Boolean).join(" "),
    "aria-invalid": field.getAttribute("aria-invalid"),
  });
  field.hidden = true;
  field.id = "topics-posted";
  return entry;
}

const tidy = (text) => text.replaceAll('"', "").trim().replace(/\s+/g, " ");
const partsOf = (text) => text.split(",").map(tidy).filter(Boolean);
