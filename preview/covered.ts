/** A page of its own over the views, loaded when it is first asked for. */

import type { Frame } from "./frame.ts";
import { loadStyles, part } from "./loading.ts";

/** Gives the page with the views covered. Throws `HostError` where a part of it did not load. */
export function covered<P>(frame: Frame, load: () => Promise<P>): () => Promise<P> {
  let loaded: P | null = null;
  return async () => {
    loaded ??= await part(async () => {
      await loadStyles("bring.css");
      return load();
    });
    frame.clearNotices();
    frame.cover(true);
    return loaded;
  };
}

/** Back to the views, with what there is to say. */
export function uncover(frame: Frame, said: string | null): void {
  frame.cover(false);
  if (said !== null) frame.notice(said, "status");
}
