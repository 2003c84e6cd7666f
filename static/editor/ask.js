// A question to the server, answered in JSON. Throws an Error whose message is for the person.
const SAID = {
  0: "The server cannot be reached. Try again in a moment.",
  401: "You were signed out. Log in in a new tab, then try again.",
  403: "You have no right to do this. Ask an editor.",
  404: "It is no longer there.",
  413: "That is too large for the server.",
};

export async function ask(address, query) {
  let answer;
  try {
    answer = await fetch(`${address}?${new URLSearchParams(query)}`, {
      headers: { Accept: "application/json" },
    });
  } catch {
    throw new Error(inWords(0));
  }
  const isJson = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
  if (!answer.ok || !isJson) throw new Error(inWords(answer.redirected ? 401 : answer.status));
  return answer.json();
}

// What an answer's status means; data: its JSON, which may say it better.
export function inWords(status, data) {
  const own = [...(data?.problems ?? []).map((each) => each.message), ...Object.values(data?.errors ?? {}).flat()];
  return own.join(" ") || SAID[status] || `The server answered with an error (${status}). Try again, or tell the technician.`;
}
