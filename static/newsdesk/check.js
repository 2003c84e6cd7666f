// The gate looks again at what is being typed. Whoever shows findings listens for "findings".
import { addresses } from "../editor/addresses.js";
import { written } from "../editor/dom.js";
import { later } from "../editor/later.js";
import { announce } from "../editor/announce.js";
import { post } from "../editor/server.js";

const PAUSE = 1500;

// suggest: is given the names of topics that the text names, and of those that are none yet.
export function enhanceCheck(form, primary, suggest) {
  tell(written("findings") ?? []);
  if (!addresses.check) return;
  let asked = 0;

  async function look() {
    soon.cancel();
    const turn = (asked += 1);
    const { ok, data } = await post(addresses.check, new FormData(form));
    if (turn !== asked) return;
    // Where the server cannot be asked, it decides when the button is pressed.
    block(primary, ok ? data.blocked : "");
    if (!ok) return;
    redraw(data.html);
    showFound(data.found);
    showLetter(data.letter);
    suggest?.(data.topics, data.unknown);
    tell(data.findings);
  }

  const soon = later(look, PAUSE);
  form.addEventListener("input", soon);
  // The lead picture's alternative text or credit was written, in the library.
  document.addEventListener("picture-words", look);
  // Mended a moment ago, and pressed before the gate has looked again.
  primary?.addEventListener("click", async () => {
    if (primary.getAttribute("aria-disabled") !== "true") return;
    await look();
    if (primary.getAttribute("aria-disabled") === "true") {
      announce(document.querySelector("#why-not .why").textContent);
    } else form.requestSubmit(primary);
  });
  look();
}

function tell(findings) {
  document.dispatchEvent(new CustomEvent("findings", { detail: findings }));
}

function block(primary, why) {
  if (!primary) return;
  const line = document.getElementById("why-not");
  const wasBlocked = !line.hidden;
  line.hidden = !why;
  line.querySelector(".why").textContent = why;
  if (why) {
    primary.setAttribute("aria-disabled", "true");
    primary.setAttribute("aria-describedby", line.id);
  } else {
    primary.removeAttribute("aria-disabled");
    primary.removeAttribute("aria-describedby");
    if (wasBlocked) announce("Nothing stops it any more.");
  }
}

function redraw(html) {
  const gate = document.getElementById("gate");
  const links = [...gate.querySelectorAll("a, summary")];
  const focused = links.indexOf(document.activeElement);
  const open = gate.querySelector("details")?.open;
  const next = parsed(html).firstElementChild;
  if (open) next.querySelector("details")?.setAttribute("open", "");
  gate.replaceWith(next);
  if (focused >= 0) {
    const left = next.querySelectorAll("a, summary");
    left[Math.min(focused, left.length - 1)]?.focus();
  }
}

function showFound(html) {
  const section = document.getElementById("found");
  if (!section) return;
  section.querySelector(".found").replaceChildren(parsed(html));
  section.hidden = false;
}

// How many it would reach; a tick set meanwhile stays.
function showLetter(html) {
  const place = document.getElementById("letter");
  if (!place || !html) return;
  const was = place.querySelector("[name=announce]");
  const held = place.contains(document.activeElement) && document.activeElement === was;
  const next = parsed(html);
  const tick = next.querySelector("[name=announce]");
  if (tick && was) tick.replaceWith(was);
  place.replaceChildren(next);
  if (held) was.focus();
}

function parsed(html) {
  const box = document.createElement("template");
  box.innerHTML = html.trim();
  return box.content;
}
