// The primary button says when the article goes out, and the hour is told in three capitals.
const CITIES = [
  ["London", "Europe/London"],
  ["Washington", "America/New_York"],
  ["Ankara", "Europe/Istanbul"],
];

export function enhanceSchedule(box, primary) {
  const zone = document.body.dataset.adminServerTimezone;
  const [day, time] = box.querySelectorAll("[type=date], [type=time]");
  function tell() {
    const later = box.querySelector("[value=later]").checked;
    const moment = later && day.value && time.value ? instant(day.value, time.value, zone) : null;
    box.querySelector(".echo").textContent = moment
      ? echo(moment)
      : `${box.dataset.zonePlace} time`;
    primary.textContent = later ? label(primary.dataset.later, moment, zone) : primary.dataset.now;
  }
  box.addEventListener("input", tell);
  tell();
}

function label(what, moment, zone) {
  if (!moment) return what;
  const day = part(moment, zone, { weekday: "short", day: "numeric", month: "short" });
  return `${what} for ${day.replace(",", "")}, ${clock(moment, zone)}`;
}

function echo(moment) {
  const places = CITIES.map(([city, zone]) => `${clock(moment, zone)} in ${city}`).join(", ");
  const day = part(moment, CITIES[0][1], { weekday: "long", day: "numeric", month: "long" });
  return `${day.replace(",", "")}: ${places}`;
}

// The moment at which the clocks of a zone show this; close to a change of clocks the server
// has the last word.
function instant(day, time, zone) {
  const wall = Date.parse(`${day}T${time}:00Z`);
  let guess = wall;
  for (let round = 0; round < 2; round += 1) guess = wall - offset(guess, zone);
  return Number.isNaN(guess) ? null : new Date(guess);
}

function offset(at, zone) {
  if (Number.isNaN(at)) return 0;
  const shown = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(at);
  return Date.parse(`${shown.replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000;
}

const part = (moment, timeZone, options) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, ...options }).format(moment);
const clock = (moment, zone) => part(moment, zone, { hour: "2-digit", minute: "2-digit" });
