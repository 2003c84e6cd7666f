// A form's data to the server. status: 0 when it cannot be reached, 401 when we were signed out.
export async function post(url, data) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  const headers = { Accept: "application/json", "X-CSRFToken": token };
  try {
    const answer = await fetch(url, { method: "POST", body: data, headers });
    const type = answer.headers.get("Content-Type") ?? "";
    if (answer.redirected && !type.startsWith("application/json")) {
      return { ok: false, status: 401, data: null };
    }
    const known = type.startsWith("application/json") ? await answer.json() : null;
    return { ok: answer.ok, status: answer.status, data: known };
  } catch {
    return { ok: false, status: 0, data: null };
  }
}
