// The page of previews. Without it the frame scrolls sideways, and a link is copied by hand.
import { fit } from "./stage.js";

for (const stage of document.querySelectorAll(".stage")) fit(stage);

const copied = document.querySelector("[data-copied]");
const button = document.querySelector("[data-copy]");
if (button) {
  button.hidden = !navigator.clipboard;
  copied.addEventListener("focus", () => copied.select());
  button.addEventListener("click", async () => {
    const said = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(copied.value);
      said.textContent = "Copied.";
    } catch {
      copied.focus();
      said.textContent = "Press Ctrl C to copy it.";
    }
  });
}
