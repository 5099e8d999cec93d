/** Loads the script that makes checklists. */

import { ADDIN_TEXT } from "../core/text/addin.ts";
import { hostError } from "./failure.ts";

/** Throws `HostError` where it cannot be had. */
export async function loadMaker(): Promise<typeof import("./make.ts")> {
  try {
    return await import("./make.ts");
  } catch (error) {
    throw hostError(ADDIN_TEXT.network, error);
  }
}
