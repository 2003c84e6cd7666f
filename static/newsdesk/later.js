// Calls `act` when it has been quiet for `pause` ms, at the latest `longest` ms after the first call.
export function later(act, pause, longest) {
  let timer = 0;
  let first = 0;
  const cancel = () => {
    clearTimeout(timer);
    timer = first = 0;
  };
  const call = () => {
    first ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        cancel();
        act();
      },
      Math.max(0, Math.min(pause, first + longest - Date.now())),
    );
  };
  return Object.assign(call, { cancel });
}
