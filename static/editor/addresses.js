// Where this page's requests go, as the server wrote it into the page.
import { written } from "./dom.js";

export const addresses = written("addresses") ?? {};
