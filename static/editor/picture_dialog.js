// Choosing a picture of the library, or bringing one into it.
import { make } from "./dom.js";
import { imagesOf } from "./files.js";
import { later } from "./later.js";
import { searchPictures } from "./pictures.js";
import { uploadList } from "./upload_list.js";

const PAUSE = 250;

// Resolves to the chosen picture, or to null.
export function pickPicture() {
  return new Promise((resolve) => open(resolve));
}

function open(resolve) {
  let chosen = null;
  let asked = 0;
  let next = null;
  const search = make("input", { type: "search", id: "picture-search", autocomplete: "off" });
  const said = make("p", { class: "quiet picture-said", role: "status" });
  const grid = make("ul", { class: "picture-grid", "aria-label": "Pictures of the library" });
  const more = make(
    "button",
    { type: "button", hidden: true, onclick: () => load(next) },
    "Show more",
  );
  const uploads = uploadList({ taken: (picture) => addTile(picture, true) });
  const file = make("input", {
    type: "file",
    id: "picture-file",
    multiple: true,
    accept: "image/*",
  });
  const close = make(
    "button",
    { type: "button", class: "quiet", onclick: () => dialog.close() },
    "Close",
  );
  const dialog = make(
    "dialog",
    { class: "picture-dialog", "aria-labelledby": "picture-dialog-h" },
    make(
      "div",
      { class: "head" },
      make("h2", { id: "picture-dialog-h" }, "Choose a picture"),
      close,
    ),
    make(
      "div",
      { class: "picture-ways" },
      make("p", {}, make("label", { for: search.id }, "Search the library"), search),
      make(
        "p",
        {},
        make("label", { for: file.id }, "Upload, or drop files here (up to 40 MB each)"),
        file,
      ),
    ),
    uploads.dom,
    said,
    grid,
    more,
  );

  function tile(picture) {
    const shown = picture.thumb
      ? make("img", { src: picture.thumb, alt: "", loading: "lazy" })
      : make(
          "span",
          { class: "picture-blank" },
          picture.state === "failed" ? "Could not be read" : "Being prepared",
        );
    const flags = [!picture.credit && "No credit", !picture.alt && "No alternative text"].filter(
      Boolean,
    );
    const button = make(
      "button",
      { type: "button", tabindex: -1, onclick: () => take(picture) },
      shown,
      make("b", {}, picture.name),
      picture.credit ? make("small", {}, picture.credit) : null,
      flags.length ? make("small", { class: "picture-flags" }, flags.join(". ")) : null,
    );
    return make("li", {}, button);
  }

  function addTile(picture, first) {
    const item = tile(picture);
    if (!first) return grid.append(item);
    grid.prepend(item);
    rove(item.firstChild);
    item.firstChild.focus();
  }

  async function load(page) {
    const mine = (asked += 1);
    const text = search.value.trim();
    try {
      const found = await searchPictures(text, page);
      if (mine !== asked) return;
      if (page === 1) grid.replaceChildren();
      found.images.forEach((picture) => addTile(picture, false));
      next = found.next;
      more.hidden = !next;
      rove(grid.querySelector("[tabindex='0']") ?? grid.querySelector("button"));
      said.textContent = words(grid.childElementCount, text, next);
    } catch (error) {
      if (mine === asked) said.textContent = error.message;
    }
  }

  function take(picture) {
    chosen = picture;
    dialog.close();
  }

  // One of the tiles is reached by Tab, the others by the arrow keys.
  function rove(button) {
    for (const each of grid.querySelectorAll("button")) each.tabIndex = each === button ? 0 : -1;
  }

  grid.addEventListener("keydown", (event) => {
    const all = [...grid.querySelectorAll("button")];
    const at = all.indexOf(document.activeElement);
    const across = all.filter((each) => each.offsetTop === all[0].offsetTop).length;
    const steps = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: across,
      ArrowUp: -across,
      Home: -at,
      End: all.length - 1 - at,
    };
    const to = all[at + steps[event.key]];
    if (at < 0 || !(event.key in steps)) return;
    event.preventDefault();
    if (!to) return;
    rove(to);
    to.focus();
  });
  search.addEventListener(
    "input",
    later(() => load(1), PAUSE),
  );
  search.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    grid.querySelector("[tabindex='0']")?.focus();
  });
  file.addEventListener("change", () => {
    uploads.add([...file.files]);
    file.value = "";
  });
  dialog.addEventListener("dragover", (event) => event.preventDefault());
  dialog.addEventListener("drop", (event) => {
    event.preventDefault();
    const { files, refusal } = imagesOf(event.dataTransfer);
    if (refusal) said.textContent = refusal;
    uploads.add(files);
  });
  // What is typed here is no part of the article.
  dialog.addEventListener("input", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => {
    dialog.remove();
    resolve(chosen);
  });
  document.body.append(dialog);
  dialog.showModal();
  search.focus();
  load(1);
}

function words(count, text, next) {
  if (!count)
    return text ? "No pictures match." : "The library is empty. Upload the first picture.";
  return next ? `${count} shown, there are more` : count === 1 ? "1 picture" : `${count} pictures`;
}
