// A picture with the point that its crops keep in sight: set by a click or by the arrow keys.
import { announce } from "../newsdesk/announce.js";
import { make } from "./dom.js";
import { savePictureWords } from "./pictures.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAUSE = 700;

// Returns {dom, toggle, show(picture, {src, alt})}; toggle is the button that shows the point.
// say(words): tells what went wrong, or "" when it went well.
export function focalPicture(say) {
  const image = make("img", { alt: "", decoding: "async" });
  const point = make("button", { type: "button", class: "focal", hidden: true });
  const toggle = make("button", { type: "button", class: "quiet", "aria-pressed": "false" }, "Focal point");
  const dom = make("div", { class: "shot", contenteditable: "false" }, image, point);
  let picture = null;
  let place = [50, 50];
  let pause;

  toggle.addEventListener("click", () => set(point.hidden));
  point.addEventListener("keydown", (event) => {
    const step = ARROWS[event.key];
    if (event.key === "Escape") {
      set(false);
      toggle.focus();
    } else if (step) {
      const far = event.shiftKey ? 10 : 2;
      move(place[0] + step[0] * far, place[1] + step[1] * far);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  dom.addEventListener("click", (event) => {
    // Of a key press on the button there is no place.
    if (point.hidden || !event.detail) return;
    const box = image.getBoundingClientRect();
    const share = (at, from, size) => ((at - from) / size) * 100;
    move(share(event.clientX, box.left, box.width), share(event.clientY, box.top, box.height));
    point.focus();
  });

  function set(open) {
    point.hidden = !open;
    toggle.setAttribute("aria-pressed", String(open));
    dom.classList.toggle("is-placing", open);
    if (open) point.focus();
  }

  function move(x, y) {
    place = [x, y].map((share) => Math.round(Math.min(100, Math.max(0, share))));
    draw();
    clearTimeout(pause);
    pause = setTimeout(save, PAUSE);
  }

  function draw() {
    const [x, y] = place;
    point.style.setProperty("--fx", `${x}%`);
    point.style.setProperty("--fy", `${y}%`);
    point.setAttribute("aria-label", `Focal point, ${x}% across, ${y}% down. Arrow keys move it`);
  }

  async function save() {
    const [focal_x, focal_y] = place;
    try {
      await savePictureWords(picture.id, { focal_x, focal_y });
      say("");
      announce(`Focal point ${focal_x}% across, ${focal_y}% down`);
    } catch (error) {
      say(`The focal point was not saved. ${error.message}`);
    }
  }

  return {
    dom,
    toggle,
    show(shown, { src, alt }) {
      const ready = shown?.state === "ready" && src;
      image.hidden = !ready;
      if (ready && image.getAttribute("src") !== src) image.src = src;
      image.alt = alt;
      if (ready) for (const side of ["width", "height"]) image.setAttribute(side, shown[side]);
      toggle.hidden = !ready || !shown.may_change;
      if (toggle.hidden || shown.id !== picture?.id) set(false);
      picture = shown;
      if (shown && document.activeElement !== point) place = shown.focus;
      draw();
    },
  };
}
