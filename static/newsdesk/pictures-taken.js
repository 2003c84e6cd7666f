// A picture that the library has just taken: its words, filled in on the spot, and its doubles.
import { addresses } from "../editor/addresses.js";
import { ask } from "../editor/server.js";
import { make } from "../editor/dom.js";
import { savePictureWords, watchPicture } from "../editor/pictures.js";
import { redraw } from "./pictures-list.js";
import { wordField } from "./pictures-words.js";

const SAME = ["The library has this very file already:", "Delete one unless you need both."];
const ALIKE = ["The library has one much like it:", "Keep the better one."];
const ALT = {
  label: "Alternative text",
  hint: "What is seen, for those who do not see it",
  most: 500,
  rows: 2,
};
const CREDIT = { label: "Credit", hint: "Who made it, and for whom", most: 200 };

// doubles: those that are the very same file. changed() is called when words were saved or found.
export function showTaken(picture, doubles, changed) {
  const thumb = make("span", { class: "no-picture" }, "Being prepared");
  const said = make("span", { class: "quiet small" }, "Making sizes");
  const bar = make("progress", { "aria-label": `${picture.name} is being prepared` });
  const link = make("a", { href: picture.change, class: "file" }, picture.name);
  const note = make("div", {}, ...told(doubles, SAME));
  const alt = field("alt", ALT);
  const credit = field("credit", CREDIT);
  const head = make("p", {}, link, bar, said);
  const words = make("div", { class: "line-words" }, head, note, alt.box, credit.box);
  const stop = watchPicture(picture.id, (now, problem) => follow(now, problem));
  return {
    parts: [thumb, words],
    leave: stop,
    unsaved: () => alt.unsaved() || credit.unsaved(),
    lacksCredit: () => words.isConnected && !credit.value(),
    giveCredit: (text) => credit.put(text),
  };

  function field(name, shown) {
    async function save(value) {
      const words = { [name]: value };
      try {
        await savePictureWords(picture.id, words);
      } catch (error) {
        // The page brings along the token of who has logged in again.
        if (!(await redraw())) throw error;
        await savePictureWords(picture.id, words);
      }
    }
    const [id, value] = [`${name}-of-${picture.id}`, picture[name]];
    return wordField({ ...shown, id, value, whose: picture.name, save, changed });
  }

  async function follow(now, problem) {
    if (problem) said.textContent = problem;
    if (!now || now.state === "processing" || bar.hidden) return;
    bar.hidden = true;
    if (now.state === "failed") {
      Object.assign(said, { className: "err", textContent: now.problem });
      thumb.textContent = "No picture";
      return;
    }
    const gone = now.removed?.length ? `. Taken away: ${now.removed.join(", ")}` : "";
    said.textContent = `Ready${gone}`;
    thumb.replaceChildren(make("img", { src: now.thumb, alt: "" }));
    credit.offer(now.credit);
    changed();
    const alike = await ask(addresses.images, { ids: picture.id, doubles: 1 }).catch(() => null);
    const others = alike?.doubles?.[0]?.of ?? [];
    if (others.length && !doubles.length) note.replaceChildren(...told(others, ALIKE));
  }
}

function told(doubles, [words, advice]) {
  if (!doubles.length) return [];
  const links = doubles.flatMap(({ name, change }) => [
    " ",
    make("a", { href: change }, `“${name}”`),
  ]);
  return [make("p", { class: "warnmark small" }, words, ...links, ` ${advice}`)];
}
