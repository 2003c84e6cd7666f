// A block's type as a person calls it.
const NAMES = {
  bulletList: "List",
  orderedList: "Numbered list",
  blockQuote: "Quotation",
  figure: "Picture",
};

export function nameOf(type) {
  const words = type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return NAMES[type] ?? words[0].toUpperCase() + words.slice(1);
}
