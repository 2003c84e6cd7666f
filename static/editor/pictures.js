// The library's pictures as this page knows them. Each: {id, name, alt, caption, credit, thumb,
// src, width, height, state, problem, focus: [x, y], change, may_change}.
import { addresses } from "./addresses.js";
import { ask, inWords, post } from "./server.js";
import { upload } from "./upload.js";

const AGAIN = 2000;
const AT_ONCE = 100;
const known = new Map(); // id → picture, or null where there is none
const watchers = new Map(); // id → functions that want it
let wanted = new Set();
let asking = null;
let again = null;

// Throws an Error whose message is for the person; so do the others that ask the server.
export async function searchPictures(text, page = 1) {
  const { images, next } = await ask(addresses.images, { q: text, page });
  images.forEach(learn);
  return { images, next };
}

// id → picture, null where the library has none. Calls of one moment are one request.
async function picturesById(ids) {
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length) {
    missing.forEach((id) => wanted.add(id));
    asking ??= Promise.resolve().then(fetchWanted);
    await asking;
  }
  return new Map(ids.map((id) => [id, known.get(id) ?? null]));
}

async function fetchWanted() {
  const ids = [...wanted];
  wanted = new Set();
  asking = null;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const { images } = await ask(addresses.images, { ids: some.join(",") });
    answered(some, images);
  }
}

function answered(ids, images) {
  images.forEach(learn);
  const found = new Set(images.map((image) => image.id));
  for (const id of ids.filter((each) => !found.has(each))) {
    known.set(id, null);
    watchers.get(id)?.forEach((shown) => shown(null, ""));
  }
}

// Calls shown(picture, problem) now and whenever the picture changes. Returns what ends it.
export function watchPicture(id, shown) {
  if (!watchers.has(id)) watchers.set(id, new Set());
  watchers.get(id).add(shown);
  picturesById([id]).then(
    (found) => {
      if (!watchers.get(id)?.has(shown)) return;
      shown(found.get(id), "");
      wait();
    },
    (error) => shown(null, error.message),
  );
  return () => {
    watchers.get(id)?.delete(shown);
    if (!watchers.get(id)?.size) watchers.delete(id);
  };
}

function learn(picture) {
  known.set(picture.id, picture);
  watchers.get(picture.id)?.forEach((shown) => shown(picture, ""));
  wait();
}

// What is being prepared is asked for again until it is ready.
function wait() {
  if (again || ![...watchers.keys()].some((id) => known.get(id)?.state === "processing")) return;
  again = setTimeout(async () => {
    const waiting = [...watchers.keys()].filter((id) => known.get(id)?.state === "processing");
    const ids = waiting.slice(0, AT_ONCE);
    const answer =
      ids.length && (await ask(addresses.images, { ids: ids.join(",") }).catch(() => null));
    again = null;
    if (answer) answered(ids, answer.images);
    wait();
  }, AGAIN);
}

// words: {alt, credit, caption, focal_x, focal_y}, any of them. They are the library's own.
export async function savePictureWords(id, words) {
  const data = new FormData();
  for (const [name, value] of Object.entries(words)) data.set(name, value);
  const { ok, status, data: answer } = await post(addresses.words.replace("/0/", `/${id}/`), data);
  if (!ok || !answer) throw new Error(inWords(status, answer));
  learn(answer.image);
  return answer.image;
}

// progress(part), from 0 to 1. The Error of one that was refused says with `again` whether it may
// go well the next time.
export async function uploadPicture(file, progress) {
  const { picture } = await upload(file, (gone, all) => progress(gone / (all || 1))).done;
  learn(picture);
  return picture;
}
