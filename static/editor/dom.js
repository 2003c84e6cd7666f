// What the server wrote into the page as JSON; null where it wrote nothing.
export function written(id) {
  const element = document.getElementById(id);
  return element && JSON.parse(element.textContent);
}

// Elements in one call: make("button", { type: "button", class: "quiet", onclick }, "Save").
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}
