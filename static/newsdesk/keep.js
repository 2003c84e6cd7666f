// Every change is kept in this browser at once, and on the server two seconds later. It is silent
// as long as that works, and says what it could not do.
import { addresses } from "../editor/addresses.js";
import { announce } from "../editor/announce.js";
import { clock, keeping, now } from "./keeping.js";
import { later } from "../editor/later.js";
import { post, renewToken } from "../editor/server.js";
import { asideHere, typedHere } from "./restore.js";
import {
  forgetTrouble,
  tellOther,
  tellRoom,
  tellTrouble,
  tellUnsent,
  troubleOf,
} from "./trouble.js";
import { readForm } from "./typed.js";

const LONGEST_PAUSE = 30;

// found: what restore() put into the form, or null.
export function enhanceKeep(form, found) {
  if (!form || keeping?.ticket === undefined) return;
  const done = document.querySelector(".messagelist .success")?.textContent;
  if (done) announce(done);
  let fields = readForm(form); // as last seen in the form
  let text = JSON.stringify(fields);
  let there = text; // as the server has it, as far as we know
  let keptHere = true; // this browser has the text, or the server has
  let at = found?.at; // since when the text stands as it is
  let savedAt = found && !found.kept ? null : (found?.at ?? keeping.draft?.at);
  let sending = null;
  let failures = 0;
  let trouble = "";
  let submitting = false;
  let gone = false; // the form is on its way, or the page is given up

  const notice = later(keepHere, 400, 2000);
  const send = later(() => keepThere(), 2000, 5000);

  form.addEventListener("input", () => {
    gone = false;
    notice();
    if (!trouble) send();
  });
  form.addEventListener("submit", submit);
  document.addEventListener("startover", ({ detail }) => {
    stop();
    detail.until = sending;
  });
  document.addEventListener("goon", () => {
    gone = false;
    again();
  });
  document.addEventListener("signedout", () => trouble || gone || fail({ status: 401 }));
  document.addEventListener("visibilitychange", () => (document.hidden ? keepThere() : again()));
  addEventListener("pagehide", keepHere);
  addEventListener("online", again);
  addEventListener("focus", again);
  addEventListener("pageshow", (event) => event.persisted && gone && location.reload());
  addEventListener("beforeunload", (event) => {
    keepHere();
    if (!keptHere && text !== there) event.preventDefault();
  });

  if (keeping.bound || (found && !found.kept)) {
    there = "";
    at = found?.at ?? now();
    keepThere();
  } else if (found) {
    say("saved", `Saved at ${clock(savedAt)}`);
  }

  function keepHere() {
    notice.cancel();
    if (gone) return;
    const typed = readForm(form);
    const asText = JSON.stringify(typed);
    if (asText !== text) {
      [fields, text] = [typed, asText];
      at = now();
      nameThePage();
    }
    if (text === there) return;
    const had = keptHere;
    keptHere = typedHere.write({ at, fields, kept: false });
    if (had !== keptHere) tellRoom(keptHere);
  }

  // Returns whether the server has the text as it stands.
  async function keepThere() {
    send.cancel();
    while (sending) await sending;
    keepHere();
    if (gone || (text === there && !trouble)) return true;
    sending = deliver(text, fields);
    const kept = await sending;
    sending = null;
    if (kept && text !== there && !gone) send();
    return kept;
  }

  async function deliver(typed, pairs) {
    if (!trouble) say("saving", "Saving…");
    if (trouble === "out" && !(await isBack())) return false;
    const answer = await post(addresses.keep, posted(pairs));
    if (!answer.ok) return fail(answer);
    there = typed;
    savedAt = answer.data.saved_at;
    if (text === typed) typedHere.write({ at: savedAt, fields, kept: true });
    recover();
    document.dispatchEvent(new CustomEvent("kept", { detail: answer.data }));
    return true;
  }

  function posted(pairs) {
    const data = new FormData();
    for (const [name, value] of pairs) data.append(name, value);
    data.set("person", keeping.person);
    if (keeping.ticket) data.set("ticket", keeping.ticket);
    return data;
  }

  async function isBack() {
    const who = await renewToken();
    if (who === "other") tellOther();
    if (who === "me") return true;
    if (text !== there) say("lost", lostWords());
    tryLater();
    return false;
  }

  function fail({ status }) {
    const before = trouble;
    trouble = troubleOf(status);
    if (text !== there) say("lost", lostWords());
    if (trouble !== before) tellTrouble(status, lostWords());
    tryLater();
    return false;
  }

  function lostWords() {
    const since = savedAt ? `Not saved since ${clock(savedAt)}.` : "Not saved yet.";
    return keptHere ? `${since} Kept in this browser.` : since;
  }

  function recover() {
    forgetTrouble();
    if (trouble) announce(`Saved at ${clock(savedAt)}`);
    trouble = "";
    failures = 0;
    say("saved", `Saved at ${clock(savedAt)}`);
  }

  function tryLater() {
    const pause = Math.min(2 ** failures, LONGEST_PAUSE);
    failures += 1;
    setTimeout(again, pause * 1000, failures);
  }

  // A try of its own when the page is looked at again; else the one that was due.
  function again(due) {
    if (!trouble || gone || sending || (typeof due === "number" && due !== failures)) return;
    keepThere();
  }

  // The browser would show its own error page, or the login page, where the text should be.
  async function submit(event) {
    if (gone || event.defaultPrevented) return;
    event.preventDefault();
    if (submitting) return;
    submitting = true;
    const button = event.submitter;
    there = ""; // asks the server in any case, whether it is there and who we are
    const kept = await keepThere();
    submitting = false;
    if (!kept) return tellUnsent(trouble);
    stop();
    asideHere.clear();
    if (button?.isConnected) form.requestSubmit(button);
    else form.requestSubmit();
  }

  function stop() {
    gone = true;
    notice.cancel();
    send.cancel();
  }
}

// A new article's page is found again under its own address.
function nameThePage() {
  if (keeping.article || new URLSearchParams(location.search).has("ticket")) return;
  history.replaceState(history.state, "", `?ticket=${keeping.ticket}`);
}

function say(state, words) {
  const saved = document.getElementById("saved");
  if (!saved) return;
  saved.dataset.state = state;
  document.getElementById("saved-text").textContent = words;
}
