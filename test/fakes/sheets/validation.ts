/** Input rules of the fake spreadsheet. */

import { mismatch, ServiceError, strict } from "./strict.ts";
import type { Stored } from "./typing.ts";
import type { Validation, World } from "./world.ts";

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;

/** Throws as Sheets does where a script sets what the cell's rule rejects. */
export function refuseInvalid(
  rule: Validation | null,
  value: Stored,
  formula: string | null,
  at: string,
): void {
  if (!rule || rule.allowInvalid || value === "" || formula !== null) return;
  const isValid =
    rule.kind === "list" ? rule.values.includes(String(value)) : typeof value === "number";
  if (rule.kind === "formula" || isValid) return;
  throw new ServiceError(
    `The data you entered in cell ${at} violates the data validation rules set on this cell.`,
  );
}

const validations = new WeakMap<object, Validation>();

export function validationObject(world: World, state: Validation): DataValidation {
  const object = strict<DataValidation>(world, "DataValidation", {
    getAllowInvalid: () => state.allowInvalid,
    getHelpText: () => state.help ?? "",
  });
  validations.set(object, state);
  return object;
}

export function validationState(rule: unknown): Validation {
  const state = typeof rule === "object" && rule !== null ? validations.get(rule) : undefined;
  if (!state) throw mismatch("Range", "setDataValidations", [rule]);
  return state;
}
