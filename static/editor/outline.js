// The outline beside the text: its sections, the one with the cursor, and what is to fix in each.
import { make } from "./dom.js";
import { later } from "./later.js";
import { currentSection, sectionsOf } from "./sections.js";

export function showOutline(editor, place) {
  let sections = [];
  let findings = [];
  let drawn = "";

  function draw() {
    sections = sectionsOf(editor.state.doc);
    const flags = sections.map((_, n) => toFix(n));
    const now = JSON.stringify([sections, flags]);
    if (now !== drawn) place.replaceChildren(...entries(flags));
    drawn = now;
    mark();
  }

  function entries(flags) {
    if (!sections.some(({ level }) => level)) {
      const said = make("p", { class: "quiet" }, "Section headings will show here");
      return flags[0] ? [said, flag(flags[0])] : [said];
    }
    return [make("ol", {}, ...sections.map((section, n) => entry(section, flags[n])))];
  }

  // How many of the gate's stops stand in this section.
  function toFix(n) {
    const from = sections[n].index + 1;
    const to = sections[n + 1]?.index ?? Infinity;
    return findings.filter(({ block, level }) => level !== "warns" && block >= from && block <= to)
      .length;
  }

  function mark() {
    const here = currentSection(editor, sections);
    [...place.querySelectorAll("a")].forEach((link, n) => {
      if (n === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }

  const soon = later(draw, 250);
  editor.on("update", soon);
  editor.on("selectionUpdate", later(mark, 150));
  document.addEventListener("findings", ({ detail }) => {
    findings = detail;
    draw();
  });
  draw();
}

function entry({ title, level, index }, count) {
  const words = title || (level ? "Heading without words" : "Opening");
  const link = make("a", { href: `#block-${index + 1}` }, words);
  return make("li", { class: level === 3 && "part" }, link, count ? flag(count) : null);
}

function flag(count) {
  return make("span", { class: "flag flag-stop" }, `${count} to fix`);
}
