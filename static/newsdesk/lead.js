// The lead picture: chosen in a dialog or dropped here, its words written in place. What is
// posted stays the number in its field.
import { make } from "../editor/dom.js";
import { imagesOf } from "../editor/files.js";
import { focalPicture } from "../editor/focal_picture.js";
import { pickPicture } from "../editor/picture_dialog.js";
import { savePictureWords, watchPicture } from "../editor/pictures.js";
import { uploadList } from "../editor/upload_list.js";

const ALT = "Say what the picture shows, in one sentence.";
const CREDIT = "Say who made it, and for whom.";

export function enhanceLead(box) {
  const field = box.querySelector("#id_lead_image");
  const errors = box.querySelector(".errorlist");
  const said = make("p", { class: "block-said", role: "status" });
  const state = make("p", { class: "shot-state", hidden: true });
  const shot = focalPicture((words) => (said.textContent = words));
  const uploads = uploadList({ taken: (picture) => choose(picture.id) });
  const pick = button("Choose a picture", async () => {
    const chosen = await pickPicture();
    if (chosen) choose(chosen.id);
  });
  const remove = button("Take it away", () => choose(""));
  const library = make(
    "a",
    { class: "button quiet", target: "_blank", rel: "noopener" },
    "Open in the library",
  );
  const acts = make("div", { class: "lead-acts" }, pick, shot.toggle, library, remove);
  const words = [ownWords("alt", "Alternative text", ALT), ownWords("credit", "Credit", CREDIT)];
  let picture = null;
  let stop = () => {};

  shot.dom.append(state);
  field.type = "hidden";
  // The gate's links and the label lead to what is seen.
  field.id = "lead-posted";
  pick.id = "id_lead_image";
  box.replaceChildren(
    ...(errors ? [errors] : []),
    field,
    make("div", { class: "lead" }, shot.dom, acts),
    said,
    uploads.dom,
    ...words.map((each) => each.dom),
  );

  function button(label, onclick) {
    return make("button", { type: "button", class: "quiet", onclick }, label);
  }

  function ownWords(name, label, wanted) {
    const id = `lead-${name}`;
    const problem = make("span", { class: "err", id: `${id}-said` });
    const input = make("input", {
      type: "text",
      id,
      maxlength: name === "alt" ? 500 : 200,
      autocomplete: "off",
      "aria-describedby": problem.id,
    });
    const dom = make("p", { class: "f" }, make("label", { for: id }, label), input, problem);

    function check() {
      problem.textContent = input.value.trim() || !picture?.may_change ? "" : wanted;
      input.setAttribute("aria-invalid", String(Boolean(problem.textContent)));
    }

    // It is the library's, and no part of this article.
    input.addEventListener("input", (event) => {
      event.stopPropagation();
      check();
    });
    input.addEventListener("change", async () => {
      try {
        await savePictureWords(picture.id, { [name]: input.value.trim() });
        document.dispatchEvent(new CustomEvent("picture-words"));
      } catch (error) {
        problem.textContent = `Not saved. ${error.message}`;
        input.setAttribute("aria-invalid", "true");
      }
    });
    return {
      dom,
      show() {
        dom.hidden = !picture;
        input.readOnly = !picture?.may_change;
        if (document.activeElement !== input) input.value = picture?.[name] ?? "";
        check();
      },
    };
  }

  function choose(id) {
    field.value = id;
    errors?.remove();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    watch();
    pick.focus();
  }

  function watch() {
    stop();
    picture = null;
    const id = Number(field.value);
    if (!id) return draw("No picture yet. Choose one, or drop a file here.");
    draw("Looking it up…");
    stop = watchPicture(id, (found, problem) => {
      picture = found;
      draw(problem || stateOf(found));
    });
  }

  function draw(words_) {
    shot.show(picture, { src: picture?.thumb, alt: "" });
    state.textContent = words_;
    state.hidden = !words_;
    pick.textContent = picture ? "Change" : "Choose a picture";
    library.hidden = !picture;
    remove.hidden = !field.value;
    if (picture) library.href = picture.change;
    for (const each of words) each.show();
  }

  box.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
  box.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    const { files, refusal } = imagesOf(event.dataTransfer);
    said.textContent =
      files.length > 1 ? "One lead picture is enough: the first was taken." : refusal;
    uploads.add(files.slice(0, 1));
  });
  watch();
}

function stateOf(picture) {
  if (!picture) return "The library has no such picture any more. Choose another.";
  if (picture.state === "processing") return "Being prepared…";
  return picture.state === "failed" ? `It could not be read. ${picture.problem}` : "";
}
