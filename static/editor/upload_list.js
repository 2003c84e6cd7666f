// Files on their way to the library, a line each: how far, or why not, and once more.
import { announce } from "./announce.js";
import { make } from "./dom.js";
import { uploadPicture } from "./pictures.js";

// taken(picture): for each that arrived. emptied(): when no line is left.
export function uploadList({ taken, emptied = () => {} }) {
  const dom = make("ul", { class: "uploads", "aria-label": "Pictures on their way" });
  let last = Promise.resolve();

  function add(files) {
    for (const file of files) {
      const line = make("li");
      dom.append(line);
      send(file, line);
    }
    if (files.length)
      announce(files.length === 1 ? "Uploading a picture" : `Uploading ${files.length} pictures`);
  }

  function send(file, line) {
    const bar = make("progress", { max: 1, value: 0, "aria-label": `Upload of ${file.name}` });
    const far = make("span", { class: "quiet" }, "Waiting");
    line.className = "";
    line.replaceChildren(make("span", { class: "upload-name" }, file.name), bar, far);
    const progress = (part) => {
      bar.value = part;
      far.textContent = part < 1 ? `${Math.floor(part * 100)}%` : "Being checked";
    };
    const arrived = (picture) => {
      taken(picture);
      remove(line);
    };
    // One after the other, in their order.
    const go = () =>
      uploadPicture(file, progress).then(arrived, (error) => refused(file, line, error));
    last = last.then(go);
  }

  function refused(file, line, { message, again }) {
    const said = make("span", { class: "upload-problem" }, message);
    const button = (label, onclick) =>
      make("button", { type: "button", class: "quiet", onclick }, label);
    line.className = "is-refused";
    line.replaceChildren(
      make("span", { class: "upload-name" }, file.name),
      said,
      again ? button("Try again", () => send(file, line)) : "",
      button("Dismiss", () => remove(line)),
    );
    announce(`${file.name}: ${message}`);
  }

  function remove(line) {
    line.remove();
    if (!dom.childElementCount) emptied();
  }

  return { dom, add };
}
