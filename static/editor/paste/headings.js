// Two levels: the highest that was pasted is a section, everything below it a part of one.
import { renamed } from "./elements.js";

export function foldHeadings(body) {
  for (const p of body.querySelectorAll("p.MsoTitle")) renamed(p, "h2").classList.add("title");
  const all = [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const levels = all.filter((h) => !h.matches(".title")).map((h) => Number(h.localName[1]));
  const highest = Math.min(...levels);
  for (const heading of all) {
    if (!heading.textContent.trim() || heading.closest("td, th, li")) renamed(heading, "p");
    else if (heading.matches(".title") || Number(heading.localName[1]) === highest)
      renamed(heading, "h2");
    else renamed(heading, "h3");
  }
}
