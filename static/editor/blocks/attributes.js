// A node's attributes as one data- attribute of its HTML: that is how they survive the clipboard.

// defaults: {name: value}; a string stays one line, a list holds numbers of records, and null
// stands for the number of one.
export function attributes(defaults) {
  return () =>
    Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [
        name,
        { default: value, rendered: false, keepOnSplit: false },
      ]),
    );
}

// For getAttrs: what is written there, as far as it fits; false where it cannot be read.
export function carried(key, defaults) {
  return (element) => {
    let written;
    try {
      written = JSON.parse(element.dataset[key]);
    } catch {
      return false;
    }
    const fitting = Object.entries(defaults).map(([name, value]) => [
      name,
      fit(written?.[name], value),
    ]);
    return fitting.some(([, value]) => value === undefined) ? false : Object.fromEntries(fitting);
  };
}

function fit(found, like) {
  if (like === null) return isId(found) ? found : undefined;
  if (Array.isArray(like)) return Array.isArray(found) ? found.filter(isId).slice(0, 20) : like;
  return typeof found === "string" ? found.replace(/[\r\n]+/g, " ").slice(0, 2000) : like;
}

const isId = (value) => Number.isSafeInteger(value) && value > 0;
