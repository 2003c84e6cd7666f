// What the server says about the text of this page, and the time by its clock.
import { written } from "../editor/dom.js";

export const keeping = written("keeping");

const ahead = keeping ? Date.parse(keeping.now) - Date.now() : 0;
export const now = () => new Date(Date.now() + ahead).toISOString();

// "14:32", or "21 Nov, 14:32" on another day, as the clocks of the site show it.
export function clock(moment) {
  const timeZone = document.body.dataset.adminServerTimezone;
  const shown = (at, options) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, ...options }).format(Date.parse(at));
  const time = shown(moment, { hour: "2-digit", minute: "2-digit" });
  const day = (at) => shown(at, { day: "numeric", month: "short" });
  return day(moment) === day(now()) ? time : `${day(moment)}, ${time}`;
}
