// What was typed, in this browser: one entry for each person and page, never another person's.
// An entry: {at, fields, kept}; at by the server's clock, kept when the server has the same text.
const OLD = 180 * 24 * 3600 * 1000;

export function drawer(person, place, kind = "typed") {
  const key = `newsdesk:${kind}:${person}:${place}`;
  return {
    read: () => entryAt(key),
    // Returns whether there was room.
    write: (entry) => put(key, JSON.stringify(entry)),
    clear: () => attempt(() => localStorage.removeItem(key)),
  };
}

// Entries of new articles that the server may not have, as [ticket, entry] pairs.
export function begunHere(person) {
  const start = `newsdesk:typed:${person}:new-`;
  const found = keys().filter((key) => key.startsWith(start));
  return found.map((key) => [key.slice(start.length), entryAt(key)]).filter(([, entry]) => entry);
}

function put(key, text) {
  const set = () => localStorage.setItem(key, text);
  return attempt(set) || (makeRoom(key) && attempt(set));
}

// Gives up what the server has as well, and what is very old.
function makeRoom(except) {
  const given = keys().filter((key) => {
    const entry = key.startsWith("newsdesk:") && key !== except ? entryAt(key) : null;
    return entry && (entry.kept || Date.now() - Date.parse(entry.at) > OLD);
  });
  for (const key of given) attempt(() => localStorage.removeItem(key));
  return given.length > 0;
}

function entryAt(key) {
  try {
    const entry = JSON.parse(localStorage.getItem(key));
    return Array.isArray(entry?.fields) ? entry : null;
  } catch {
    return null;
  }
}

function keys() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function attempt(act) {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
