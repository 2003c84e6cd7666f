// Work put off. All of it is called from a page that stays, and holds one timer at a time.

// Calls act, with the last arguments, when it has been quiet for `pause` ms, at the latest `longest` ms after the first call.
export function later(act, pause, longest = Infinity) {
  let timer = 0;
  let first = 0;
  const cancel = () => {
    clearTimeout(timer);
    timer = first = 0;
  };
  const call = (...args) => {
    first ||= Date.now();
    clearTimeout(timer);
    const wait = Math.max(0, Math.min(pause, first + longest - Date.now()));
    timer = setTimeout(() => (cancel(), act(...args)), wait);
  };
  return Object.assign(call, { cancel });
}

// Calls act at most once a frame.
export function eachFrame(act) {
  let asked = 0;
  return () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      act();
    });
  };
}
