// One picture's page: the focal point with its crops, and the picture itself once it is prepared.
import { announce } from "../editor/announce.js";
import { make } from "../editor/dom.js";
import { focalPoint, inWords } from "../editor/focal.js";
import { watchPicture } from "../editor/pictures.js";

const SHAPES = { "cut-card": 8 / 5, "cut-social": 1200 / 630 };
const shown = document.getElementById("picture-shown");
const fields = ["focal_x", "focal_y"].map((name) => document.getElementById(`id_${name}`));
const place = () => fields.map((field) => Number(field.value));

if (shown.dataset.state === "processing") waitForIt();
else enhanceFocus();

function enhanceFocus() {
  const whole = document.querySelector("#whole img");
  if (!whole || !fields.every(Boolean)) return;
  const crops = [...document.querySelectorAll(".cut")].map((cut) => liveCrop(cut, whole));
  const draw = () => crops.forEach((crop) => crop(place()));
  const point = focalPoint(document.getElementById("whole"), (x, y) => {
    [fields[0].value, fields[1].value] = [x, y];
    announce(inWords(x, y));
    draw();
  });
  point.place(...place());
  for (const field of fields) {
    field.addEventListener("input", () => {
      point.place(...place());
      draw();
    });
  }
  draw();
}

// The whole picture in the shape of the crop, so that a moved point shows at once.
function liveCrop(cut, whole) {
  const shape = SHAPES[[...cut.classList].find((name) => name in SHAPES)];
  const size = ["width", "height"].map((side) => Number(whole.getAttribute(side)));
  const image = make("img", { src: whole.currentSrc || whole.src, alt: "" });
  cut.replaceChildren(image);
  return (point) => image.style.setProperty("object-position", cropPosition(size, shape, point));
}

// Where a crop of that shape (width by height) lies, as object-position: the same rule by which
// the server cuts.
function cropPosition([width, height], shape, [x, y]) {
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

function waitForIt() {
  const stop = watchPicture(Number(shown.dataset.id), async (picture) => {
    if (!picture || picture.state === "processing") return;
    queueMicrotask(() => stop());
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["picture-shown", "picture-facts"]) {
      const fresh = page.getElementById(id);
      if (fresh) document.getElementById(id).replaceChildren(...fresh.childNodes);
    }
    fillIn(page);
    announce(picture.state === "ready" ? "The picture is ready." : picture.problem);
    enhanceFocus();
  });
}

// Words that the file brought along, where nobody has written any.
function fillIn(page) {
  for (const name of ["title", "alt", "caption", "credit", "licence"]) {
    const [mine, fresh] = [document, page].map((where) => where.getElementById(`id_${name}`));
    if (mine && fresh && !mine.value) mine.value = fresh.value;
  }
}
