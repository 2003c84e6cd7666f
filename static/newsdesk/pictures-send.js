// One picture on its way to the library.
import { addresses } from "../editor/addresses.js";
import { inWords } from "../editor/ask.js";

// progress(bytes gone, bytes in all). done: {picture, doubles: [{id, name, change}]}; it rejects
// with an Error for the person, whose `again` says whether another try may help and whose
// `refused` is true for a token that is no longer good, or with null when it was stopped.
export function send(file, progress) {
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    const refuse = (status, answer) => {
      const passing = !answer?.problems && (status < 400 || status >= 500 || status === 401);
      const refused = status === 403 && !answer;
      reject(Object.assign(new Error(inWords(status, answer)), { again: passing, refused }));
    };
    request.upload.onprogress = (event) => progress(event.loaded, event.total);
    request.onerror = () => refuse(0);
    request.onabort = () => reject(null);
    request.onload = () => {
      const answer = read(request.responseText);
      if (answer?.images?.length) {
        resolve({ picture: answer.images[0], doubles: answer.doubles[0]?.of ?? [] });
      } else {
        const signedOut = !answer && request.responseURL.includes("/login/");
        refuse(signedOut ? 401 : request.status, answer);
      }
    };
  });
  request.open("POST", addresses.upload);
  request.setRequestHeader("Accept", "application/json");
  const token = document.querySelector("#upload [name=csrfmiddlewaretoken]").value;
  request.setRequestHeader("X-CSRFToken", token);
  const data = new FormData();
  data.set("pictures", file, file.name);
  request.send(data);
  return { done, stop: () => request.abort() };
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
