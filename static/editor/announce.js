// For who hears the page: what has just happened, in one place.
const place = document.createElement("p");
place.className = "visually-hidden";
place.setAttribute("role", "status");
document.body.append(place);

export function announce(text) {
  place.textContent = "";
  // The same words twice are said twice.
  requestAnimationFrame(() => (place.textContent = text));
}
