/** Loads the scripts that are not needed to show the panel. */

import { hostError } from "./failure.ts";
import { ADDIN_TEXT } from "./words.ts";

/** What makes checklists. Throws `HostError` where it cannot be had. */
export const loadMaker = (): Promise<typeof import("./make.ts")> => had(import("./make.ts"));

/** What writes into one. Throws `HostError` where it cannot be had. */
export const loadWriter = (): Promise<typeof import("./write.ts")> => had(import("./write.ts"));

/** Throws `HostError` where a script cannot be had. */
export async function had<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (error) {
    throw hostError(await lostText(), error);
  }
}

/** Why a part cannot be had: what stands at the panel's own address tells. */
export async function lostText(): Promise<string> {
  try {
    const answer = await fetch("version.json", { cache: "no-store" });
    const { build } = answer.ok ? await answer.json() : { build: null };
    if (build === null || build === document.documentElement.dataset.build)
      return ADDIN_TEXT.incomplete;
    await renewPage();
    return ADDIN_TEXT.newer;
  } catch {
    return ADDIN_TEXT.network;
  }
}

/** Web views keep a page for weeks: asked for past what is kept, the next opening gets the newer one. */
export const renewPage = (): Promise<unknown> => fetch(window.location.href, { cache: "reload" });
