// A node's attributes as one data- attribute of its HTML: that is how they survive the clipboard.

// Three settings of a node. key: the data- attribute; defaults: {name: value}, where a string stays
// one line, a list holds numbers of records, and null stands for the number of one; content: as in
// renderHTML, 0 where the words stand.
export function stored(tag, key, defaults, ...content) {
  const name = `data-${key}`;
  const contentElement = content[0]?.[0];
  const getAttrs = (element) => carried(element.getAttribute(name), defaults);
  return {
    addAttributes: () => Object.fromEntries(Object.entries(defaults).map(attribute)),
    parseHTML: () => [{ tag: `${tag}[${name}]`, priority: 60, contentElement, getAttrs }],
    renderHTML: ({ node }) => [tag, { [name]: JSON.stringify(node.attrs) }, ...content],
  };
}

const attribute = ([name, value]) => [
  name,
  { default: value, rendered: false, keepOnSplit: false },
];

// What is written there, as far as it fits; false where it cannot be read.
function carried(source, defaults) {
  try {
    const written = JSON.parse(source);
    const fitting = Object.entries(defaults).map(([name, value]) => [
      name,
      fit(written?.[name], value),
    ]);
    return fitting.every(([, value]) => value !== undefined) && Object.fromEntries(fitting);
  } catch {
    return false;
  }
}

function fit(found, like) {
  if (like === null) return isId(found) ? found : undefined;
  if (Array.isArray(like)) return Array.isArray(found) ? found.filter(isId).slice(0, 20) : like;
  return typeof found === "string" ? found.replace(/[\r\n]+/g, " ").slice(0, 2000) : like;
}

const isId = (value) => Number.isSafeInteger(value) && value > 0;
