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
    throw hostError(ADDIN_TEXT.network, error);
  }
}
