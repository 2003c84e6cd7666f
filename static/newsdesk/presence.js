// Who else is in this article, told and asked every ten seconds; and who saved it meanwhile.
import { addresses } from "../editor/addresses.js";
import { make } from "../editor/dom.js";
import { sectionOf } from "../editor/sections.js";
import { keeping } from "./keeping.js";
import { hideLine, showLine } from "./lines.js";
import { post } from "../editor/server.js";

const EVERY = 10;
const WRITES_FOR = 30;
const SHOWN = 2;

// editor: null where the body is not edited.
export function enhancePresence(form, editor) {
  if (!keeping?.article) return;
  let typedAt = 0;
  const basedOn = form?.elements.based_on;
  let seen = Number(basedOn?.value) || keeping.draft?.pk;
  document.addEventListener("kept", ({ detail }) => hear(detail));
  form?.addEventListener("input", () => {
    const began = Date.now() - typedAt > WRITES_FOR * 1000;
    typedAt = Date.now();
    if (began) beat();
  });
  addEventListener("visibilitychange", () => document.hidden || beat());
  addEventListener("pagehide", () => navigator.sendBeacon(addresses.keep, data("leave")));
  setInterval(beat, EVERY * 1000);
  beat();

  async function beat() {
    const sign = data("only_here");
    if (Date.now() - typedAt < WRITES_FOR * 1000) {
      sign.set("writing", "1");
      sign.set("section", editor ? sectionOf(editor) : "");
    }
    const answer = await post(addresses.keep, sign);
    if (answer.ok) hear(answer.data);
    if (answer.status === 401) document.dispatchEvent(new Event("signedout"));
  }

  function hear({ draft, people }) {
    showPeople(people);
    if (!draft || draft.pk === seen) return;
    seen = draft.pk;
    tellOfSave(draft, basedOn);
  }
}

function data(name) {
  const sign = new FormData();
  sign.set(name, "1");
  sign.set("person", keeping.person);
  // A beacon has no headers of ours.
  const token = document.querySelector("[name=csrfmiddlewaretoken]");
  if (token) sign.set(token.name, token.value);
  return sign;
}

function tellOfSave(draft, basedOn) {
  const who = draft.mine ? "You" : draft.by;
  const where = draft.mine ? " in another tab" : "";
  const saved = `${who} saved version ${draft.number}${where}.`;
  if (!basedOn) return showLine("saved", saved, [["Show it", location.href]]);
  if (basedOn.value === String(draft.pk)) return hideLine("saved");
  const mine = keeping.based_on;
  return showLine(
    "saved",
    `${saved} Yours is based on ${mine ?? "an older one"}: saving will show both.`,
    mine ? [["Compare", `${keeping.compare}?from=${mine}&to=${draft.number}`]] : [],
  );
}

function showPeople(people) {
  const list = document.getElementById("who");
  if (!list) return;
  const items = people
    .slice(0, SHOWN)
    .map(({ name, initials, says, tone }) =>
      make(
        "li",
        {},
        make("span", { class: `avatar tone-${tone}`, "aria-hidden": "true" }, initials),
        make("span", { class: "who-name" }, name),
        make("span", { class: "who-does" }, ` ${says}`),
      ),
    );
  const more = people.length - SHOWN;
  if (more > 0) items.push(make("li", { title: names(people) }, `and ${more} more`));
  list.replaceChildren(...items);
}

const names = (people) =>
  people
    .slice(SHOWN)
    .map(({ name }) => name)
    .join(", ");
