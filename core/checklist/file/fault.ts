/** What is wrong in a checklist file, as facts with a place; `core/words/checklist-file.ts` has the sentences. */

import { entryOf } from "../../words/checklist-file.ts";
import type { JsonWrong } from "./json.ts";

/** The entries that have a name of their own, or are counted. */
export type Noun =
  | "section"
  | "group"
  | "item"
  | "service"
  | "prerequisite"
  | "passage"
  | "definition"
  | "link"
  | "change";

/** An entry of a list. */
export interface Thing {
  readonly noun: Noun;
  /** What it calls itself; null where it does not. */
  readonly name: string | null;
  /** Its place in the list, from 1. */
  readonly number: number;
}

export interface FilePlace {
  /** Keys and places in lists, from the outside; places count from 0. */
  readonly path: readonly (string | number)[];
  /** The entries on the way, from the outside. */
  readonly things: readonly Thing[];
  /** Where it is within the innermost of them, such as `mail.to`; empty for all of it. */
  readonly key: string;
}

export type FileProblem =
  | { readonly is: "syntax"; readonly line: number; readonly wrong: JsonWrong }
  | { readonly is: "encoding" }
  | { readonly is: "fileTooLong"; readonly length: number; readonly most: number }
  | { readonly is: "noSchema" }
  | { readonly is: "laterSchema"; readonly found: number; readonly known: number }
  | { readonly is: "missing" }
  | { readonly is: "unknownKey"; readonly key: string; readonly meant: string | null }
  /** `found` as it stands there; `takes` says what is asked for. */
  | { readonly is: "other"; readonly found: string; readonly takes: string }
  | { readonly is: "tooLong"; readonly length: number; readonly most: number }
  | { readonly is: "tooMany"; readonly count: number; readonly most: number }
  | { readonly is: "lineBreak" }
  | { readonly is: "outerSpace" }
  | { readonly is: "unprintable"; readonly code: string }
  /** What is wrong with its lines, as `wrongLines` says it. */
  | { readonly is: "lines"; readonly wrong: string }
  | { readonly is: "twice"; readonly first: FilePlace }
  | { readonly is: "noItem"; readonly found: string; readonly meant: string | null }
  | { readonly is: "noGroup"; readonly found: string; readonly section: string }
  | { readonly is: "emptyGroup" }
  | { readonly is: "passBeyondMost"; readonly pass: number; readonly most: number }
  | { readonly is: "sumDiffers"; readonly sum: number; readonly most: number }
  | { readonly is: "orderOfMonths"; readonly fine: number; readonly oldest: number }
  | { readonly is: "publicBeyondNeeded"; readonly isPublic: number; readonly needed: number }
  | { readonly is: "placeholder"; readonly found: string }
  | { readonly is: "listWithoutRenewal" }
  | { readonly is: "followsMissing" }
  /** About the values that people may enter. */
  | { readonly is: "openUnused" }
  | { readonly is: "openMissing" }
  | { readonly is: "openTooMany"; readonly count: number; readonly most: number }
  | { readonly is: "openNoChoice"; readonly found: number; readonly choices: readonly number[] }
  | { readonly is: "openLoss"; readonly found: number; readonly loss: number }
  | { readonly is: "openKind"; readonly found: boolean }
  | { readonly is: "openSum"; readonly found: number; readonly sum: number }
  /** The rules are other than those of a checklist that the program brings along under the same version. */
  | { readonly is: "takenVersion"; readonly version: string; readonly revision: number };

export interface FileFault {
  readonly at: FilePlace;
  readonly problem: FileProblem;
}

export const WHOLE_FILE: FilePlace = { path: [], things: [], key: "" };

export const keyAt = ({ path, things, key }: FilePlace, name: string): FilePlace => ({
  path: [...path, name],
  things,
  key: key === "" ? name : `${key}.${name}`,
});

/** An entry that is something of its own. */
export const thingAt = (
  { path, things }: FilePlace,
  index: number,
  noun: Noun,
  name: string | null,
): FilePlace => ({
  path: [...path, index],
  things: [...things, { noun, name, number: index + 1 }],
  key: "",
});

/** An entry that is a mere value. */
export const entryAt = ({ path, things, key }: FilePlace, index: number): FilePlace => ({
  path: [...path, index],
  things,
  key: entryOf(key, index + 1),
});
