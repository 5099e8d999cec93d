/** The place beside a cell where Univer shows an element of the page's own. */

import { createElement } from "react";

const MARGIN_PIXELS = 12;

export interface Note {
  readonly content: HTMLElement;
  /** The grid, which the note does not leave. */
  readonly within: HTMLElement;
}

interface Properties {
  readonly popup: { readonly extraProps?: Partial<Note> };
}

export function NotePlace({ popup }: Properties): object {
  const { content, within } = popup.extraProps ?? {};
  return createElement("div", {
    ref(place) {
      if (!place || !content || !within) return;
      place.replaceChildren(content);
      // Univer gives it its place in the next frame.
      requestAnimationFrame(() => requestAnimationFrame(() => keepWithin(content, within)));
    },
  });
}

/** What stands beside the grid stays free; Univer only minds the window. */
function keepWithin(content: HTMLElement, within: HTMLElement): void {
  const end = within.getBoundingClientRect().right - MARGIN_PIXELS;
  const beyond = content.getBoundingClientRect().right - end;
  if (beyond > 0) content.style.translate = `${-beyond}px`;
}
