// A ring on a picture, over what its crops must keep in sight: by click, by drag, by arrow keys.
import { make } from "./dom.js";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const inside = (per) => Math.min(100, Math.max(0, Math.round(per)));

// frame holds the picture alone. moved(x, y), in per cent, is told of each move of the ring.
// Returns {ring, open(isOpen), place(x, y)}; place moves the ring silently.
export function focalPoint(frame, moved) {
  const ring = make("button", { type: "button", class: "focal" });
  let at = [50, 50];
  frame.append(ring);

  function open(isOpen) {
    ring.hidden = !isOpen;
    frame.classList.toggle("is-placing", isOpen);
  }

  function place(...point) {
    at = point.map(inside);
    const [x, y] = at;
    frame.style.setProperty("--focal-x", `${x}%`);
    frame.style.setProperty("--focal-y", `${y}%`);
    ring.setAttribute("aria-label", `Focal point, ${inWords(x, y)}. Arrow keys move it`);
  }

  function move(x, y) {
    place(x, y);
    moved(...at);
  }

  function follow({ clientX, clientY }) {
    const { left, top, width, height } = frame.getBoundingClientRect();
    move((100 * (clientX - left)) / width, (100 * (clientY - top)) / height);
  }

  frame.addEventListener("pointerdown", (event) => {
    if (event.button || ring.hidden) return;
    event.preventDefault();
    ring.focus();
    follow(event);
    frame.setPointerCapture(event.pointerId);
    frame.addEventListener("pointermove", follow);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    frame.addEventListener(end, () => frame.removeEventListener("pointermove", follow));
  }
  frame.addEventListener("dragstart", (event) => ring.hidden || event.preventDefault());
  ring.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 10 : 2;
    move(at[0] + far * step[0], at[1] + far * step[1]);
  });
  open(true);
  return { ring, open, place };
}

export const inWords = (x, y) => `${x}% across, ${y}% down`;
