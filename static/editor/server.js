// What is asked of the server. An answer: {ok, status, data}; status is 0 where it cannot be
// reached and 401 where we were signed out, data the JSON of the answer, or null.
import { addresses } from "./addresses.js";
import { written } from "./dom.js";

const SAID = {
  0: "The server cannot be reached. Try again in a moment.",
  401: "You were signed out. Log in in a new tab, then try again.",
  403: "You have no right to do this. Ask an editor.",
  404: "It is no longer there.",
  413: "That is too large for the server.",
};

// The JSON of an answer. Throws an Error whose message is for the person.
export async function ask(address, query = {}) {
  const { ok, status, data } = await fetched(`${address}?${new URLSearchParams(query)}`);
  if (!ok) throw new Error(inWords(status, data));
  return data;
}

// A form's data, sent. Never throws.
export async function post(address, data) {
  const answer = await send(address, data);
  // Somebody logged in in another tab: tokens from before that are refused.
  if (answer.status !== 403 || answer.data || !addresses.keep) return answer;
  const who = await renewToken();
  if (who === "me") return send(address, data);
  return who === "unknown" ? answer : { ok: false, status: 401, data: null };
}

// Who is logged in now: "me", "nobody", "other", or "unknown" when the server does not answer.
export async function renewToken() {
  const { status, data } = await fetched(addresses.keep);
  if (status === 401) return "nobody";
  if (!data?.token) return "unknown";
  if (data.person !== written("keeping")?.person) return "other";
  for (const field of tokenFields()) field.value = data.token;
  return "me";
}

// What an answer's status means; data: its JSON, which may say it better.
export function inWords(status, data) {
  const problems = (data?.problems ?? []).map(({ message }) => message);
  const own = [...problems, ...Object.values(data?.errors ?? {}).flat()].join(" ");
  const other = `The server answered with an error (${status}). Try again, or tell the technician.`;
  return own || SAID[status] || other;
}

export const tokenFields = () => document.querySelectorAll("[name=csrfmiddlewaretoken]");
export const token = () => tokenFields()[0]?.value ?? "";

function send(address, body) {
  return fetched(address, { method: "POST", body, headers: { "X-CSRFToken": token() } });
}

async function fetched(address, options = {}) {
  const headers = { Accept: "application/json", ...options.headers };
  try {
    const answer = await fetch(address, { ...options, headers });
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (answer.redirected && !isJson) return { ok: false, status: 401, data: null };
    return {
      ok: answer.ok && isJson,
      status: answer.status,
      data: isJson ? await answer.json() : null,
    };
  } catch {
    return { ok: false, status: 0, data: null };
  }
}
