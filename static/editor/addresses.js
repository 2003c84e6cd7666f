// Where this page's requests go, as the server wrote it into the page.
const written = document.getElementById("addresses");

export const addresses = written ? JSON.parse(written.textContent) : {};
