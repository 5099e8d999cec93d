/** Failures as the port promises them: a sentence for the user, the technical cause attached. */

import { HostError } from "../core/workbook/port.ts";

export function hostError(sentence: string, cause?: unknown): HostError {
  const error = new HostError(sentence);
  return cause === undefined ? error : Object.assign(error, { cause });
}
