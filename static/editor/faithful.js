// Is a document in the editor all of what it was read from? Tiptap leaves out what it does not
// know about a node that it knows, and takes any value for an attribute, without a word.

// source: JSON as read. Throws an Error that names the block.
export function checkFaithful(source, editor) {
  const check = new Check(editor.schema);
  const opened = editor.getJSON().content;
  source.content.forEach((block, n) => {
    const lost = check.node(block, opened[n]);
    if (lost) throw new Error(`Block ${n + 1}: ${lost}`);
  });
}

// Each answers with what is wrong, or "".
class Check {
  constructor(schema) {
    this.schema = schema;
  }

  node(from, to) {
    const odd = Object.keys(from).find(
      (key) => !["type", "attrs", "content", "marks", "text"].includes(key),
    );
    if (odd !== undefined) return `“${odd}” is not known here`;
    if (from.type !== to?.type) return `there is no “${from.type}” here`;
    if (from.type === "text")
      return from.text === to.text ? this.marks(from.marks, to.marks) : "words are lost";
    return (
      this.attributes(from.attrs, this.schema.nodes[from.type]) ||
      this.contents(from.content, to.content)
    );
  }

  attributes(given = {}, type) {
    if (!isObject(given)) return "its attributes cannot be read";
    const known = type.spec.attrs ?? {};
    const odd = Object.keys(given).find((name) => !Object.hasOwn(known, name));
    if (odd !== undefined) return `“${odd}” is not known here`;
    const wrong = Object.keys(known).find((name) => !fits(given[name], known[name].default, name));
    return wrong === undefined ? "" : `“${wrong}” cannot be read`;
  }

  marks(from = [], to = []) {
    if (!Array.isArray(from)) return "its marks cannot be read";
    if (from.length !== to.length) return "a mark is set twice, or beside one that excludes it";
    return (
      from.map((mark) => this.attributes(mark.attrs, this.schema.marks[mark.type])).find(Boolean) ??
      ""
    );
  }

  contents(from = [], to = []) {
    if (!Array.isArray(from)) return "its content cannot be read";
    const whole = joined(from);
    if (whole.length !== to.length) return "something in it is not known here";
    return whole.map((inner, n) => this.node(inner, to[n])).find(Boolean) ?? "";
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// What has no default is needed: a picture's number, a link's address.
function fits(value, usual, name) {
  if (value === undefined) return usual !== null;
  if (Array.isArray(usual)) return Array.isArray(value) && value.every(Number.isInteger);
  return typeof usual === "string" || name === "href"
    ? typeof value === "string"
    : Number.isInteger(value);
}

// Neighbouring texts with the same marks are one text.
function joined(nodes) {
  const result = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === "text" && last?.type === "text" && kinds(node) === kinds(last)) {
      result[result.length - 1] = { ...last, text: last.text + node.text };
    } else result.push(node);
  }
  return result;
}

function kinds({ marks = [] }) {
  return JSON.stringify(marks.map(({ type, attrs }) => [type, attrs]).sort());
}
