// Topics as chips with a lookup that knows every alias. The text field stays what is posted.
// Returns what is to be called with the names of topics that stand in the text.
export function enhanceTopics(box) {
  const hint = box.querySelector(".suggest");
  const field = box.querySelector("#id_topics");
  const caption = box.querySelector("label[for=id_topics]");
  if (!field || /"/.test(field.value)) return; // a name with a comma: left as plain text
  const chips = make("ul", { className: "chips" });
  const entry = make("input", { type: "text", id: "topic-entry", autocomplete: "off", placeholder: "Add a topic" });
  const options = make("ul", { className: "options", id: "topic-options", hidden: true });
  const shell = make("div", { className: "chip-entry" });
  let names = field.value.split(",").map(tidy).filter(Boolean);
  let at = -1;

  entry.setAttribute("role", "combobox");
  entry.setAttribute("aria-expanded", "false");
  entry.setAttribute("aria-controls", options.id);
  entry.setAttribute("aria-autocomplete", "list");
  options.setAttribute("role", "listbox");
  options.setAttribute("aria-label", "Topics found");
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (field.hasAttribute(name)) entry.setAttribute(name, field.getAttribute(name));
  }
  field.hidden = true;
  // The gate's links and the label lead to what is seen.
  field.id = "topics-posted";
  entry.id = "id_topics";
  caption.textContent = "Topics";
  shell.append(entry, options);
  field.after(chips, shell, ...(hint ? [hint] : []));
  draw();

  function draw() {
    field.value = names.join(", ");
    chips.replaceChildren(...names.map(chip));
  }

  function chip(name) {
    const remove = make("button", { type: "button" });
    remove.setAttribute("aria-label", `Remove ${name}`);
    remove.addEventListener("click", () => {
      change(names.filter((other) => other !== name));
      entry.focus();
    });
    const item = make("li", { textContent: name });
    item.append(remove);
    return item;
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
    const button = make("button", { type: "button", className: "chip-add", textContent: name });
    button.setAttribute("aria-label", `Add ${name}`);
    button.addEventListener("click", () => {
      const next = button.nextElementSibling ?? button.previousElementSibling;
      button.remove();
      hint.hidden = !hint.querySelector("button");
      (next?.matches("button") ? next : entry).focus();
      take(name);
    });
    return button;
  }

  function close() {
    options.hidden = true;
    at = -1;
    entry.setAttribute("aria-expanded", "false");
    entry.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    const all = [...options.children];
    if (options.hidden || !all.length) return;
    at = (at + step + all.length) % all.length;
    all.forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    entry.setAttribute("aria-activedescendant", all[at].id);
  }

  function offer(topics) {
    options.replaceChildren(
      ...topics.map(({ name, also }, n) => {
        const option = make("li", { id: `topic-option-${n}`, textContent: name });
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.name = name;
        if (also) option.append(make("small", { textContent: also }));
        return option;
      }),
    );
    options.hidden = topics.length === 0;
    entry.setAttribute("aria-expanded", String(topics.length > 0));
    at = -1;
  }

  entry.addEventListener("input", async (event) => {
    event.stopPropagation();
    if (entry.value.includes(",")) return take(tidy(entry.value.replaceAll(",", "")));
    const asked = tidy(entry.value);
    if (!asked) return close();
    const query = new URLSearchParams({ q: asked });
    const answer = await fetch(`${box.dataset.lookup}?${query}`).catch(() => null);
    if (!answer?.ok || tidy(entry.value) !== asked) return;
    offer((await answer.json()).topics);
  });
  entry.addEventListener("keydown", (event) => {
    const chosen = at >= 0 ? options.children[at].dataset.name : tidy(entry.value);
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") take(chosen);
    else if (event.key === "Escape") close();
    else if (event.key === "Backspace" && !entry.value && names.length) change(names.slice(0, -1));
    else return;
    if (event.key !== "Backspace") event.preventDefault();
  });
  options.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    event.preventDefault();
    if (option) take(option.dataset.name);
  });
  // What is half typed when the person goes on counts as a topic too.
  entry.addEventListener("change", () => take(tidy(entry.value)));
  entry.addEventListener("blur", close);
  return suggest;
}

const tidy = (text) => text.trim().replace(/\s+/g, " ");
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
