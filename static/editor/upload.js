// One picture on its way to the library.
import { addresses } from "./addresses.js";
import { wayOut } from "./file_kinds.js";
import { inWords, token } from "./server.js";

// progress(bytes gone, bytes in all). done: {picture, doubles: [{id, name, change}]}; it rejects
// with an Error for the person, whose `again` says whether another try may help and whose
// `refused` is true for a token that is no longer good, or with null when it was stopped.
// (fetch tells nothing of how much has gone.)
export function upload(file, progress) {
  const way = wayOut(file);
  if (way) return { done: Promise.reject(new Error(way)), stop: () => {} };
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    const refuse = (status, answer) => {
      const refused = status === 403 && !answer;
      const again =
        refused || (!answer?.problems && (status < 400 || status >= 500 || status === 401));
      reject(Object.assign(new Error(inWords(status, answer)), { again, refused }));
    };
    request.upload.onprogress = ({ loaded, total }) => progress(loaded, total);
    request.onerror = () => refuse(0);
    request.onabort = () => reject(null);
    request.onload = () => {
      const answer = read(request.responseText);
      const [picture] = answer?.images ?? [];
      if (picture) return resolve({ picture, doubles: answer.doubles[0]?.of ?? [] });
      const isSignedOut = !answer && request.responseURL.includes("/login/");
      refuse(isSignedOut ? 401 : request.status, answer);
    };
  });
  const data = new FormData();
  data.set("pictures", file, file.name || "picture");
  request.open("POST", addresses.upload);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-CSRFToken", token());
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
