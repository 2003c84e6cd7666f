// The list of pictures, drawn anew from the server's own page: for other words, or for what came.
import { later } from "../editor/later.js";
import { watchPicture } from "../editor/pictures.js";
import { tokenFields } from "../editor/server.js";
import { announce } from "../editor/announce.js";

const PARTS = ["picture-news", "changelist-filter"];
const PAUSE = 250;
const watched = new Set();
let asked = 0;

// Returns whether the page could be had. Only the last of several answers is drawn.
export async function redraw(address = location.href) {
  asked += 1;
  const number = asked;
  const page = await fetchPage(address);
  const fresh = page?.getElementById("changelist-form");
  if (!fresh) return false;
  renewToken(page);
  if (number !== asked) return true;
  for (const id of PARTS) swap(document.getElementById(id), page.getElementById(id));
  drawList(document.getElementById("changelist-form"), fresh);
  watchTiles();
  return true;
}

export const redrawSoon = later(redraw, PAUSE);

async function fetchPage(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null;
  }
}

// Who has logged in again has another token than the one that this page came with.
function renewToken(page) {
  const fresh = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
  for (const field of fresh ? tokenFields() : []) field.value = fresh;
}

// What is the same stays, so that nothing flickers and nobody loses their place.
function swap(old, fresh) {
  if (old && fresh && old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.childNodes);
}

function drawList(old, fresh) {
  const [tiles, others] = [old, fresh].map((list) => [...list.querySelectorAll(".grid > li")]);
  const same = new Map(tiles.map((tile) => [tile.innerHTML, tile]));
  const held = tiles.findIndex((tile) => tile.contains(document.activeElement));
  const link = held >= 0 ? tiles[held].querySelector("a").getAttribute("href") : "";
  if (tiles.length && others.length) {
    const grid = old.querySelector(".grid");
    grid.replaceChildren(...others.map((tile) => same.get(tile.innerHTML) ?? tile));
    swap(old.querySelector(".changelist-footer"), fresh.querySelector(".changelist-footer"));
  } else {
    swap(old, fresh);
  }
  if (link) old.querySelector(`.grid a[href="${CSS.escape(link)}"]`)?.focus();
}

// What is being prepared is asked for until it is ready, then the list is drawn anew.
export function watchTiles() {
  for (const tile of document.querySelectorAll("[data-preparing]")) {
    const id = Number(tile.dataset.preparing);
    if (watched.has(id)) continue;
    watched.add(id);
    const stop = watchPicture(id, (picture) => {
      if (!picture || picture.state === "processing") return;
      queueMicrotask(() => stop());
      redrawSoon();
    });
  }
}

export function enhanceSearch() {
  const form = document.getElementById("changelist-search");
  const box = document.getElementById("searchbar");
  if (!form || !box) return;
  form.querySelector(".small")?.remove(); // its number would grow old; the list's foot says it
  async function search() {
    const address = new URL(location.href);
    address.searchParams.delete("p");
    if (box.value.trim()) address.searchParams.set(box.name, box.value.trim());
    else address.searchParams.delete(box.name);
    history.replaceState(null, "", address);
    const drawn = await redraw(address);
    announce(drawn ? found() : "The search was not answered. Try again in a moment.");
  }
  const soon = later(search, PAUSE);
  box.addEventListener("input", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon.cancel();
    search();
  });
}

function found() {
  const foot = document.querySelector("#changelist-form .paginator");
  return /\d+ pictures?/.exec(foot?.textContent ?? "")?.[0] ?? "";
}
