// The text as readers would get it, beside the text: drawn anew each time what is typed is kept.
import { addresses } from "../editor/addresses.js";
import { make } from "../editor/dom.js";
import { fit } from "./stage.js";

const WIDTHS = { 390: "Phone", 768: "Tablet", 1280: "Desktop" };
const SCHEMES = { light: "Light", dark: "Dark" };
const PLACE = "newsdesk.beside";

export function enhanceBeside(toggle) {
  if (!toggle || !addresses.preview) return;
  const chosen = { open: false, width: "390", scheme: "light", ...remembered() };
  let panel;

  const address = () => `${addresses.preview}?of=mine&scheme=${chosen.scheme}`;
  const change = (values) => {
    Object.assign(chosen, values);
    sessionStorage.setItem(PLACE, JSON.stringify(chosen));
    draw();
  };
  const draw = () => {
    toggle.setAttribute("aria-expanded", String(chosen.open));
    document.querySelector(".desk-write").classList.toggle("with-beside", chosen.open);
    if (!chosen.open) return;
    panel ??= built(chosen, change);
    toggle.setAttribute("aria-controls", "beside");
    panel.stage.dataset.width = chosen.width;
    panel.fitted();
    if (panel.frame.getAttribute("src") !== address()) panel.frame.src = address();
  };

  toggle.hidden = false;
  toggle.addEventListener("click", () => change({ open: !chosen.open }));
  document.addEventListener("kept", () => {
    if (chosen.open && panel.stage.clientWidth) again(panel.frame);
  });
  draw();
}

function built(chosen, change) {
  const frame = make("iframe", { class: "seen", title: "The article as readers would get it" });
  const stage = make("div", { class: "stage" }, frame);
  const switches = make(
    "div",
    { class: "beside-switches" },
    choice("Width", "beside-width", WIDTHS, chosen.width, (width) => change({ width })),
    choice("Colours", "beside-scheme", SCHEMES, chosen.scheme, (scheme) => change({ scheme })),
  );
  const properties = { class: "beside", id: "beside", "aria-label": "Preview" };
  document.getElementById("panel").before(make("aside", properties, switches, stage));
  return { frame, stage, fitted: fit(stage) };
}

// Radios that belong to no form: what is chosen here is no part of the article.
function choice(title, name, options, chosen, choose) {
  const radios = Object.entries(options).map(([value, label]) => {
    const checked = value === chosen;
    const onchange = () => choose(value);
    return make(
      "label",
      {},
      make("input", { type: "radio", form: "no-form", name, value, checked, onchange }),
      label,
    );
  });
  const oninput = (event) => event.stopPropagation();
  const legend = make("legend", { class: "visually-hidden" }, title);
  return make("fieldset", { class: "seg", oninput }, legend, ...radios);
}

// A reload stays where one has scrolled to; a page that was refused lets nobody ask for one.
function again(frame) {
  try {
    frame.contentWindow.location.reload();
  } catch {
    frame.src = frame.src;
  }
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE)) ?? {};
  } catch {
    return {};
  }
}
