// A ring on a picture, over what its crops must keep in sight: by click, by drag, by arrow keys.
import { make } from "../editor/dom.js";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const inside = (per) => Math.min(100, Math.max(0, Math.round(per)));

// frame holds the picture alone. moved(x, y), in per cent, is told of each move of the ring.
// Returns place(x, y), which moves it silently.
export function focalPoint(frame, start, moved) {
  const ring = make("button", { type: "button", class: "focal" });
  let [x, y] = start;
  frame.classList.add("has-focal");
  frame.append(ring);
  place(x, y);

  function place(across, down) {
    [x, y] = [inside(across), inside(down)];
    frame.style.setProperty("--focal-x", `${x}%`);
    frame.style.setProperty("--focal-y", `${y}%`);
    const at = `${x} per cent across, ${y} per cent down`;
    ring.setAttribute("aria-label", `Focal point: ${at}. Arrow keys move it.`);
  }

  function move(across, down) {
    place(across, down);
    moved(x, y);
  }

  function follow(event) {
    const box = frame.getBoundingClientRect();
    const [across, down] = [event.clientX - box.left, event.clientY - box.top];
    move((100 * across) / box.width, (100 * down) / box.height);
  }

  frame.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    ring.focus();
    follow(event);
    frame.setPointerCapture(event.pointerId);
    frame.addEventListener("pointermove", follow);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    frame.addEventListener(end, () => frame.removeEventListener("pointermove", follow));
  }
  ring.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 2;
    move(x + far * step[0], y + far * step[1]);
  });
  return place;
}

// Where a crop of that shape (width by height) lies, as object-position: the same rule by which
// the server cuts.
export function cropPosition([width, height], shape, [x, y]) {
  const across = Math.min(width, height * shape);
  const down = across / shape;
  return `${along(width, across, x)}% ${along(height, down, y)}%`;
}

function along(whole, part, per) {
  const spare = whole - part;
  if (spare < 0.5) return 50;
  const start = Math.min(Math.max((whole * per) / 100 - part / 2, 0), spare);
  return (100 * start) / spare;
}
