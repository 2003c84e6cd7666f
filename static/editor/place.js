// Where floating things stand, in the measures of the box that holds them.

// rect: on the screen; the box stands under it, or above where there is room.
export function place(box, rect, { above = false, centred = false } = {}) {
  const host = box.offsetParent.getBoundingClientRect();
  const wished = centred ? (rect.left + rect.right - box.offsetWidth) / 2 : rect.left;
  const least = Math.max(host.left - 20, 8);
  const most =
    Math.min(host.right + 20, document.documentElement.clientWidth - 8) - box.offsetWidth;
  const over = rect.top - box.offsetHeight - 8;
  const top = above && over > 56 ? over : rect.bottom + 6;
  const left = Math.max(8, Math.min(Math.max(least, wished), most));
  box.style.setProperty("--x", `${left - host.left}px`);
  box.style.setProperty("--y", `${top - host.top}px`);
}

// The same for what may be long: on the side with more room, and no longer than that.
export function placeWithin(box, rect) {
  box.style.removeProperty("--most");
  const under = innerHeight - rect.bottom - 14;
  const over = rect.top - 72;
  const above = box.offsetHeight > under && over > under;
  box.style.setProperty("--most", `${Math.max(above ? over : under, 120)}px`);
  place(box, rect, { above });
}

// The selection on the screen: its first and last letter.
export function selectionRect(editor) {
  const { from, to } = editor.state.selection;
  const start = editor.view.coordsAtPos(from);
  const end = editor.view.coordsAtPos(to, -1);
  const oneLine = end.bottom - start.top < 1.6 * (start.bottom - start.top);
  return {
    left: start.left,
    right: oneLine ? end.right : Math.max(start.left, end.right),
    top: start.top,
    bottom: end.bottom,
  };
}
