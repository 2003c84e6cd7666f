// The primary button says when the article goes out, and the hour is told in three capitals.
const CITIES = [
  ["London", "Europe/London"],
  ["Washington", "America/New_York"],
  ["Ankara", "Europe/Istanbul"],
];

const PASSED = "That time has passed. Choose a later one, or Now. ";

export function enhanceSchedule(box, primary) {
  const zone = document.body.dataset.adminServerTimezone;
  const [day, time] = box.querySelectorAll("[type=date], [type=time]");
  function tell() {
    const later = box.querySelector("[value=later]").checked;
    const moment = later && day.value && time.value ? instant(day.value, time.value, zone) : null;
    const passed = moment && moment <= Date.now();
    const line = box.querySelector(".echo");
    line.classList.toggle("err", Boolean(passed));
    line.textContent = moment ? echo(moment) : `${box.dataset.zonePlace} time`;
    if (passed) line.prepend(PASSED);
    primary.textContent = later ? label(primary.dataset.later, moment, zone) : primary.dataset.now;
  }
  box.addEventListener("input", tell);
  tell();
}

function label(what, moment, zone) {
  if (!moment) return what;
  const day = part(moment, zone, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...year(moment, zone),
  });
  return `${what} for ${day.replace(",", "")}, ${clock(moment, zone)}`;
}

function echo(moment) {
  const places = CITIES.map(([city, zone]) => `${clock(moment, zone)} in ${city}`).join(", ");
  const home = CITIES[0][1];
  const day = part(moment, home, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...year(moment, home),
  });
  return `${day.replace(",", "")}: ${places}`;
}

// Named when it is not this one.
function year(moment, zone) {
  const [then, now] = [moment, Date.now()].map((at) => part(at, zone, { year: "numeric" }));
  return then === now ? {} : { year: "numeric" };
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
