// Tables with their caption; a first row in bold is a row of headings.
import { renamed, unwrap } from "./elements.js";

export function foldTables(body) {
  for (const table of body.querySelectorAll("table")) {
    if (table.parentElement.closest("table")) {
      for (const cell of table.querySelectorAll("td, th, tr, tbody, thead, tfoot")) unwrap(cell);
      unwrap(table);
      continue;
    }
    const figure = table.closest("figure");
    const caption = table.querySelector("caption") ?? figure?.querySelector("figcaption");
    if (caption) {
      table.setAttribute(
        "data-caption",
        caption.textContent.replace(/\s+/g, " ").trim().slice(0, 500),
      );
      caption.remove();
    }
    headingRow(table);
  }
}

function headingRow(table) {
  const [first, ...rest] = table.querySelectorAll("tr");
  if (!first || !rest.length || first.querySelector("th")) return;
  const cells = [...first.children].filter((cell) => cell.textContent.trim());
  if (!cells.length || !cells.every(isBold)) return;
  for (const cell of first.children) {
    for (const bold of cell.querySelectorAll("b, strong")) unwrap(bold);
    renamed(cell, "th");
  }
}

function isBold(cell) {
  const bold = [...cell.querySelectorAll("b, strong")].map((each) => each.textContent).join("");
  return bold.trim() === cell.textContent.trim();
}
