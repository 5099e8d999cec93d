/** Two texts in one cell. */

import { inputNamed } from "../workbook/fields.ts";
import { LONGEST_TEXT } from "../workbook/write/entries.ts";
import { CUSTOMER, type Field } from "./fields.ts";

/** Texts that name one thing, so that two of them would name none. */
const NAMES: readonly string[] = ["Partner_Name", "Previous_Audit_Version", CUSTOMER];

/** The first, and below it each that it does not hold already: joined once more it stays as it is. */
export const joined = (texts: readonly string[]): string =>
  texts.reduce(
    (all, text) => (all.includes(text) ? all : all === "" ? text : `${all}\n${text}`),
    "",
  );

/** Whether people may keep all of them. */
export function canJoin({ name }: Field, texts: readonly string[]): boolean {
  const isText = inputNamed(name)?.kind.is === "text" && !NAMES.includes(name);
  const several = texts.filter((text) => text !== "").length > 1;
  return isText && several && joined(texts).length <= LONGEST_TEXT;
}
