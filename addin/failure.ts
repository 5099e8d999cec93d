/** What went wrong in Excel, as a sentence for the user with the cause attached. */

import { HostError } from "../core/workbook/port.ts";
import { ADDIN_TEXT } from "./words.ts";

const SENTENCES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: ADDIN_TEXT.cellEdit,
  AccessDenied: ADDIN_TEXT.accessDenied,
  ItemNotFound: ADDIN_TEXT.itemNotFound,
  ApiNotFound: ADDIN_TEXT.tooOld,
  ApiNotAvailable: ADDIN_TEXT.tooOld,
  ConnectionFailure: ADDIN_TEXT.network,
  NetworkProblem: ADDIN_TEXT.network,
  ActivityLimitReached: ADDIN_TEXT.busy,
  HostRestartNeeded: ADDIN_TEXT.busy,
  ServiceUnavailable: ADDIN_TEXT.busy,
  Timeout: ADDIN_TEXT.busy,
  RequestPayloadSizeLimitExceeded: ADDIN_TEXT.tooLarge,
  ResponsePayloadSizeLimitExceeded: ADDIN_TEXT.tooLarge,
};

/** How long a user is given to finish a cell before Excel is asked again. */
export const CELL_EDIT_MILLISECONDS = 1_000;

/** The code of an error of Excel's, or the kind of any other error. */
export function errorCode(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error) return String(error.code);
  return error instanceof Error ? error.name : "unknown";
}

export const isCellEdit = (error: unknown): boolean =>
  errorCode(isHostError(error) ? causeOf(error) : error) === "InvalidOperationInCellEditMode";

/** By name: the script that makes checklists has a class of its own. */
const isHostError = (error: unknown): error is HostError =>
  error instanceof Error && error.name === "HostError";

function causeOf(error: HostError): unknown {
  return "cause" in error ? error.cause : undefined;
}

export function hostError(sentence: string, cause?: unknown): HostError {
  const error = new HostError(sentence);
  return cause === undefined ? error : Object.assign(error, { cause });
}

/** Any error as one with a sentence; those that have theirs stay as they are. */
export function told(error: unknown): HostError {
  if (isHostError(error)) return error;
  const code = errorCode(error);
  return hostError(SENTENCES[code] ?? ADDIN_TEXT.unknown(code), error);
}
