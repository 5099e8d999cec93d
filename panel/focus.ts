/** The keyboard: one tab stop a list, arrow keys inside it, and a place to go when the focused row is gone. */

const STOP = "[data-stop]";

const stopsOf = (group: Element): HTMLElement[] =>
  Array.from(group.querySelectorAll<HTMLElement>(STOP));

/** Moves the focus inside a list, a row of tabs or a radio group; the browser keeps all other keys. */
export function handleArrows(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement))
    return;
  if (!event.target.matches(STOP)) return;
  const group = event.target.closest<HTMLElement>("[data-roving]");
  if (!group) return;
  const stops = stopsOf(group);
  const at = stops.indexOf(event.target);
  const vertical = group.dataset.roving === "vertical";
  const to = target(event.key, at, stops.length, vertical);
  const next = to === null ? undefined : stops[to];
  if (!next) return;
  event.preventDefault();
  moveStop(stops, next);
  next.focus();
  if (next.getAttribute("role") === "tab") next.click();
}

function target(key: string, at: number, length: number, vertical: boolean): number | null {
  if (key === "Home") return 0;
  if (key === "End") return length - 1;
  const step = vertical
    ? { ArrowDown: 1, ArrowUp: -1 }[key]
    : { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[key];
  if (step === undefined) return null;
  // A list ends at its ends; tabs and radio buttons go round.
  return vertical ? Math.min(length - 1, Math.max(0, at + step)) : (at + step + length) % length;
}

/** Leaves exactly one tab stop in each group: the focused one, else the chosen one, else the first. */
export function setTabStops(root: Element): void {
  for (const group of Array.from(root.querySelectorAll("[data-roving]"))) {
    const stops = stopsOf(group);
    const active = stops.find((stop) => stop === stop.ownerDocument.activeElement);
    const chosen = stops.find((stop) =>
      ["aria-selected", "aria-checked", "aria-current"].some(
        (name) => stop.getAttribute(name) === "true",
      ),
    );
    const present = stops.find((stop) => stop.tabIndex === 0 && stop.hasAttribute("tabindex"));
    const one = active ?? chosen ?? present ?? stops[0];
    moveStop(stops, one);
  }
}

/** Touches only what differs, so that a drawing without changes changes nothing. */
function moveStop(stops: readonly HTMLElement[], one: HTMLElement | undefined): void {
  for (const stop of stops) {
    const index = stop === one ? "0" : "-1";
    if (stop.getAttribute("tabindex") !== index) stop.setAttribute("tabindex", index);
  }
}

/** Remembers where the focus is, and gives it back after drawing: to the same element, else to its place. */
export function holdFocus(root: Element): () => void {
  const active = root.ownerDocument.activeElement;
  if (!(active instanceof HTMLElement) || !root.contains(active)) return () => undefined;
  // Only fields of text have a caret.
  const caret =
    (active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement) &&
    active.selectionStart !== null
      ? [active.selectionStart, active.selectionEnd]
      : null;
  const group = active.closest("[data-roving]");
  const at = group ? stopsOf(group).indexOf(active) : -1;
  // What has the name of what is gone, such as the title of the page; never another item's text.
  const name = caret === null ? active.dataset.focus : undefined;
  return () => {
    if (root.ownerDocument.activeElement === active) return;
    if (root.contains(active)) {
      active.focus({ preventScroll: true });
      if (caret && (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement)) {
        active.setSelectionRange(caret[0] ?? null, caret[1] ?? null);
      }
      return;
    }
    const stops = group && root.contains(group) ? stopsOf(group) : [];
    const other =
      stops[Math.min(at, stops.length - 1)] ??
      (name === undefined ? null : root.querySelector<HTMLElement>(`[data-focus="${name}"]`)) ??
      fallback(root);
    other?.focus({ preventScroll: true });
  };
}

/** Never the page itself: a host may take the next Tab from there for a wish to leave the panel. */
function fallback(root: Element): HTMLElement | null {
  const first = (selector: string) => root.querySelector<HTMLElement>(selector);
  return first("[data-focus=remedy]") ?? first("[role=tabpanel]") ?? first("main");
}
