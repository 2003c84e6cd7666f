// On return: what was typed and not saved stands in the form again, and a line says so.
import { addresses } from "../editor/addresses.js";
import { clock, keeping, now } from "./keeping.js";
import { hideLine, showLine } from "./lines.js";
import { begunHere, drawer } from "./local.js";
import { post } from "../editor/server.js";
import { fillForm, readForm, sameText, valueIn } from "./typed.js";

const place = keeping?.article ?? `new-${keeping?.ticket}`;
export const typedHere = drawer(keeping?.person, place);
// What somebody went back from, so that this can be undone.
export const asideHere = drawer(keeping?.person, place, "aside");

// Fills the form in, before anything else reads it. Returns the entry, or null.
export function restore(form) {
  if (!keeping || keeping.ticket === undefined || keeping.bound) return null;
  const found = newest();
  if (!found || sameText(readForm(form), found.fields)) {
    typedHere.clear();
    if (keeping.scratch) forget(keeping.ticket);
    sayWhatIsAside();
    if (!keeping.article) offerBegun();
    return null;
  }
  fillForm(form, found.fields);
  const back = keeping.article ? "Go back to the saved version" : "Throw it away";
  const words = `You had not saved this: it is your text from ${clock(found.at)}.`;
  showLine("restored", words, [[back, () => goBack(form)]]);
  return found;
}

function newest() {
  const here = typedHere.read();
  const there = keeping.scratch && { ...keeping.scratch, kept: true };
  // What the server had and has no more was saved, or thrown away.
  if (!here || (here.kept && !there)) return there;
  return there && Date.parse(there.at) >= Date.parse(here.at) ? there : here;
}

export function forget(ticket) {
  const data = new FormData();
  data.set("person", keeping.person);
  data.set("forget", "1");
  if (ticket) data.set("ticket", ticket);
  return post(addresses.keep, data);
}

async function goBack(form) {
  const fields = readForm(form);
  await startOver();
  const answer = await forget(keeping.ticket);
  if (!answer.ok) {
    document.dispatchEvent(new Event("goon"));
    showLine("back", "The server cannot be reached, so your text stays. Try again in a moment.");
    return;
  }
  asideHere.write({ at: now(), fields });
  typedHere.clear();
  location.reload();
}

// From here on nothing more is kept of this page; what is on its way arrives first.
async function startOver() {
  const pause = { until: null };
  document.dispatchEvent(new CustomEvent("startover", { detail: pause }));
  await pause.until;
}

function sayWhatIsAside() {
  const aside = asideHere.read();
  if (!aside) return;
  const words = keeping.article ? "This is the saved version." : "You threw your text away.";
  const undo = async () => {
    await startOver();
    asideHere.clear();
    typedHere.write({ ...aside, kept: false });
    location.reload();
  };
  showLine("aside", words, [[`Take your text from ${clock(aside.at)} again`, undo]]);
}

function offerBegun() {
  const offers = new Map(keeping.begun.map((begun) => [begun.ticket, begun]));
  for (const [ticket, { at, fields, kept }] of begunHere(keeping.person)) {
    const known = offers.get(ticket);
    if (kept && !known) drawer(keeping.person, `new-${ticket}`).clear();
    else if (!known) offers.set(ticket, { ticket, at, headline: valueIn(fields, "headline") });
  }
  for (const begun of offers.values()) offer(begun);
}

function offer({ ticket, at, headline }) {
  const named = headline ? `: “${headline}”` : ", without a headline";
  const words = `You began an article that was never saved, from ${clock(at)}${named}`;
  showLine(`begun-${ticket}`, words, [
    ["Go on with it", `?ticket=${ticket}`],
    ["Throw it away", () => throwAway({ ticket, at, headline })],
  ]);
}

async function throwAway(begun) {
  const here = drawer(keeping.person, `new-${begun.ticket}`);
  const entry = here.read();
  const answer = await forget(begun.ticket);
  const name = `begun-${begun.ticket}`;
  if (!answer.ok) {
    showLine("back", "The server cannot be reached, so nothing was thrown away.");
    return;
  }
  here.clear();
  const fields = answer.data.forgotten.length ? answer.data.forgotten : entry?.fields;
  if (!fields) return hideLine(name);
  const bringBack = () => {
    here.write({ at: begun.at, fields, kept: false });
    offer(begun);
  };
  showLine(name, "Thrown away.", [["Bring it back", bringBack]]);
}
