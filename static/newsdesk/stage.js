// A page in a frame as wide as its device, made small enough to be seen whole.
export function fit(stage) {
  const frame = stage.querySelector("iframe");
  const draw = () => {
    if (!stage.clientWidth) return;
    stage.style.setProperty("--fit", String(Math.min(1, stage.clientWidth / frame.offsetWidth)));
  };
  stage.style.setProperty("--fit", "1");
  stage.classList.add("fitted");
  new ResizeObserver(draw).observe(stage);
  return draw;
}
