// Why the server does not keep the text, in words, and what can be done.
import { announce } from "../editor/announce.js";
import { keeping } from "./keeping.js";
import { hideLine, showLine } from "./lines.js";

const OUT =
  "You were signed out. Your text is kept in this browser. Log in in a new tab, then come back.";
const OTHER =
  "Somebody else is logged in in this browser now. Your text is kept here: log in as yourself in a new tab, then come back.";
const AWAY =
  "The server cannot be reached. Nothing is lost: your text is kept in this browser. Try again in a moment.";
const NO_ROOM =
  "This browser has no room left to keep your text. Save it before you leave this page.";
const REFUSED = {
  400: "This text is too long for the server to keep. It is kept in this browser: copy what you need, and make it shorter.",
  403: "You can no longer change this article. Your text is kept in this browser: copy what you need.",
  404: "This article was deleted. Your text is kept in this browser: copy it into a new one.",
  429: "You have begun 50 articles and saved none of them, so the server keeps no further one. Your text is kept in this browser: save it, or throw others away on the first page of the newsdesk.",
};
const URGENT = { urgent: true };

// "out", "refused", or "down": what passes by itself.
export function troubleOf(status) {
  return status === 401 ? "out" : REFUSED[status] ? "refused" : "down";
}

// words: what the saved state says by now.
export function tellTrouble(status, words) {
  const trouble = troubleOf(status);
  if (trouble === "out") showLine("trouble", OUT, logIn(), URGENT);
  else if (trouble === "refused") showLine("trouble", REFUSED[status], [], URGENT);
  else announce(words);
}

export function tellOther() {
  showLine("trouble", OTHER, logIn(), URGENT);
}

export function tellUnsent(trouble) {
  if (trouble === "down") showLine("unsent", AWAY, [], URGENT);
  else announce(document.querySelector("[data-line=trouble] p")?.textContent ?? "");
}

export function tellRoom(hasRoom) {
  if (hasRoom) hideLine("room");
  else showLine("room", NO_ROOM);
}

export function forgetTrouble() {
  hideLine("trouble");
  hideLine("unsent");
}

const logIn = () => [["Log in", { tab: keeping.login }]];
