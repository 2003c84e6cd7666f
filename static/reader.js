// What readers' pages gain from a script; without it nothing is missing that is to be read.
// A plain one, at the very top: the colours that a reader chose hold before the first paint.
{
  const THEMES = { "": "as on this device", light: "light", dark: "dark" };

  const kept = () => {
    try {
      return localStorage.getItem("theme") ?? "";
    } catch {
      return ""; // a browser that keeps nothing
    }
  };

  const keep = (theme) => {
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // it holds for this page
    }
  };

  const show = (theme) => {
    const known = Object.hasOwn(THEMES, theme) ? theme : "";
    document.documentElement.dataset.theme = known;
    const [light, dark] = document.querySelectorAll("meta[name=theme-color]");
    if (!dark) return;
    light.media = known ? (known === "light" ? "all" : "not all") : "(prefers-color-scheme: light)";
    dark.media = known ? (known === "dark" ? "all" : "not all") : "(prefers-color-scheme: dark)";
    name(known);
  };

  const button = () => document.querySelector(".theme");

  const name = (theme) => {
    if (!button()) return;
    button().title = `Colours: ${THEMES[theme]}`;
    button().setAttribute("aria-label", button().title);
  };

  const offerThemes = () => {
    if (!button()) return;
    button().hidden = false;
    button().addEventListener("click", () => {
      const all = Object.keys(THEMES);
      const next = all[(all.indexOf(document.documentElement.dataset.theme) + 1) % all.length];
      keep(next);
      show(next);
      say(button().title);
    });
  };

  let said;
  let timer;
  const say = (words) => {
    said.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => said.replaceChildren(), 4000);
  };

  const makeRoomToSpeak = () => {
    said = document.createElement("p");
    said.className = "said";
    said.role = "status";
    document.body.append(said);
  };

  const address = (hash = "") =>
    (document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0]) + hash;

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      say("Link copied");
    } catch {
      say("The browser did not let us copy the link");
    }
  };

  const offer = (selector, act) => {
    const found = document.querySelector(selector);
    if (!found) return;
    found.hidden = false;
    found.addEventListener("click", act);
  };

  const offerLinks = () => {
    if (navigator.clipboard) {
      offer(".acts .copy", () => copy(address()));
      document.addEventListener("click", (event) => {
        const link = event.target.closest?.("a.here");
        if (link) copy(address(link.hash));
      });
    }
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      const title = document.querySelector("h1")?.textContent;
      offer(".acts .share", () => navigator.share({ title, url: address() }).catch(() => {}));
    }
  };

  // The part that crosses a line near the top of the window is the one that is read.
  const followInContents = () => {
    const links = [...document.querySelectorAll(".toc a")];
    const parts = links.map((link) =>
      document.getElementById(link.hash.slice(1))?.closest("section"),
    );
    if (!links.length || !parts.every(Boolean)) return;
    const inView = new Set();
    const watch = (entries) => {
      for (const { target, isIntersecting } of entries) {
        inView[isIntersecting ? "add" : "delete"](target);
      }
      const now = parts.findLastIndex((part) => inView.has(part));
      const isBetween = now < 0 && parts[0].getBoundingClientRect().top < innerHeight / 10;
      if (!isBetween) links.forEach((link, n) => mark(link, n === now));
    };
    const observer = new IntersectionObserver(watch, { rootMargin: "-8% 0px -88%" });
    parts.forEach((part) => observer.observe(part));
  };

  const mark = (link, isCurrent) => {
    if (isCurrent) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  };

  show(kept());
  addEventListener("pageshow", () => show(kept()));
  addEventListener("storage", () => show(kept()));
  addEventListener("DOMContentLoaded", () => {
    makeRoomToSpeak();
    offerThemes();
    offerLinks();
    followInContents();
    show(kept());
  });
}
