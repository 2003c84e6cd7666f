// The sections that headings make: [{ title, level, index }], index of the block; what stands
// before the first heading is the opening, of level 0.
export function sectionsOf(doc) {
  const sections = [];
  doc.forEach((node, _, index) => {
    if (node.type.name === "heading") {
      sections.push({ title: node.textContent.trim(), level: node.attrs.level, index });
    } else if (!index) sections.push({ title: "", level: 0, index });
  });
  return sections;
}

// Which of them the cursor is in: its place in that list.
export function currentSection(editor, sections) {
  const here = editor.state.selection.$from.index(0);
  return sections.findLastIndex(({ index }) => index <= here);
}

// The title of the section where the cursor is; "" in the opening.
export function sectionOf(editor) {
  const sections = sectionsOf(editor.state.doc);
  return sections[currentSection(editor, sections)]?.title ?? "";
}
