// A form's data to the server. status: 0 when it cannot be reached, 401 when we were signed out.
import { addresses } from "../editor/addresses.js";
import { keeping } from "./keeping.js";

export async function post(url, data) {
  const answer = await send(url, data);
  // Somebody logged in in another tab: tokens from before that are refused.
  if (answer.status !== 403 || answer.data || !addresses.keep) return answer;
  const who = await renewToken();
  if (who === "me") return send(url, data);
  return who === "unknown" ? answer : { ok: false, status: 401, data: null };
}

// Who is logged in now: "me", "nobody", "other", or "unknown" when the server does not answer.
export async function renewToken() {
  const { status, data } = await ask(addresses.keep, {});
  if (status === 401) return "nobody";
  if (!data?.token) return "unknown";
  if (data.person !== keeping?.person) return "other";
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) {
    field.value = data.token;
  }
  return "me";
}

function send(url, body) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  return ask(url, { method: "POST", body, headers: { "X-CSRFToken": token } });
}

async function ask(url, options) {
  const headers = { Accept: "application/json", ...options.headers };
  try {
    const answer = await fetch(url, { ...options, headers });
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (answer.redirected && !isJson) return { ok: false, status: 401, data: null };
    const data = isJson ? await answer.json() : null;
    return { ok: answer.ok, status: answer.status, data };
  } catch {
    return { ok: false, status: 0, data: null };
  }
}
