// Our own articles, to link to. Each: {id, headline, url, desk, when, state, state_name, change};
// url is "" while readers do not have it. Both throw an Error whose message is for the person.
import { addresses } from "./addresses.js";
import { ask } from "./server.js";

// text: words of the headline, a topic, or an address. At most ten, the newest first.
export async function searchArticles(text) {
  return (await ask(addresses.articles, { q: text })).articles;
}

// Those that still exist and may be seen, in the order of ids.
export async function articlesById(ids) {
  return ids.length ? (await ask(addresses.articles, { ids: ids.join(",") })).articles : [];
}
