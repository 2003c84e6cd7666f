// For every page of the newsdesk.

// A blocked button stays focusable and says why; it never submits.
addEventListener(
  "click",
  (event) => {
    if (event.target.closest("button[aria-disabled=true]")) event.preventDefault();
  },
  true,
);
