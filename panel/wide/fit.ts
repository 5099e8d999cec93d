/** Sets an item's text tight, and tighter, where it would not be whole on the screen otherwise; then it scrolls. */

const STEPS = ["tight", "tighter"] as const;

/** To be called after each drawing and when the window has another size. */
export function fitItem(root: HTMLElement): void {
  const whole = root.querySelector(".whole");
  const body = whole?.querySelector(".dock-body");
  const texts = body?.querySelector(".texts");
  if (!whole || !body || !texts) return;
  const isCut = () =>
    texts.getBoundingClientRect().bottom >
    body.getBoundingClientRect().bottom + body.scrollTop + 0.5;
  whole.classList.remove(...STEPS);
  for (const step of STEPS) {
    if (!isCut()) return;
    whole.classList.add(step);
  }
}
