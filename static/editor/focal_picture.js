// A picture of the library with its focal point, which is kept there when it is moved.
import { announce } from "./announce.js";
import { make } from "./dom.js";
import { focalPoint, inWords } from "./focal.js";
import { later } from "./later.js";
import { savePictureWords } from "./pictures.js";

const PAUSE = 700;

// Returns {dom, toggle, show(picture, {src, alt})}; toggle is the button that shows the point.
// say(words): tells what went wrong, or "" when it went well.
export function focalPicture(say) {
  const image = make("img", { alt: "", decoding: "async" });
  const toggle = make("button", { type: "button", class: "quiet" }, "Focal point");
  const dom = make("div", { class: "shot", contenteditable: "false" }, image);
  const point = focalPoint(dom, (...at) => save(picture.id, at));
  let picture = null;
  open(false);

  const save = later(async (id, [focal_x, focal_y]) => {
    try {
      await savePictureWords(id, { focal_x, focal_y });
      say("");
      announce(`Focal point ${inWords(focal_x, focal_y)}`);
    } catch (error) {
      say(`The focal point was not saved. ${error.message}`);
    }
  }, PAUSE);

  function open(isOpen) {
    point.open(isOpen);
    toggle.setAttribute("aria-pressed", String(isOpen));
  }

  toggle.addEventListener("click", () => {
    open(point.ring.hidden);
    if (!point.ring.hidden) point.ring.focus();
  });
  point.ring.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    open(false);
    toggle.focus();
  });

  return {
    dom,
    toggle,
    show(shown, { src, alt }) {
      const isReady = Boolean(shown?.state === "ready" && src);
      image.hidden = !isReady;
      image.alt = alt;
      if (isReady && image.getAttribute("src") !== src) image.src = src;
      if (isReady) for (const side of ["width", "height"]) image.setAttribute(side, shown[side]);
      toggle.hidden = !isReady || !shown.may_change;
      if (toggle.hidden || shown.id !== picture?.id) open(false);
      picture = shown;
      if (shown && document.activeElement !== point.ring) point.place(...shown.focus);
    },
  };
}
