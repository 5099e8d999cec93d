/** What is said of a checklist file: what each key takes, and what is wrong in one; a host puts the file's name in front. */

import type { FileFault, FilePlace, FileProblem, Noun, Thing } from "../checklist/file/fault.ts";
import type { JsonWrong, Wanted } from "../checklist/file/json.ts";
import { count, either, join } from "./numbers.ts";

/** After "is 15.5; ". */
export const TAKES = {
  record: "keys with values in braces are asked for",
  list: "a list in brackets is asked for",
  filledList: "at least one entry is asked for",
  line: "one line of text is asked for",
  lines: "a text is asked for, or a list of its lines",
  flag: "true or false is asked for",
  added: "points are whole numbers, 0 or more",
  lost: "points are whole numbers, 0 or less, as in -5",
  all: "points in all are a whole number, 1 or more",
  days: "days are whole numbers, up to a year",
  hours: "hours are whole numbers, a few hundred at most",
  months: "months are whole numbers, a few hundred at most",
  references: "references are counted in whole numbers, and the sheet has room for eight",
  sourceLine: "lines are counted in whole numbers",
  revision: "revisions are counted in whole numbers from 1",
  schema: "schemas are counted in whole numbers from 1",
  itemId: "ids of items look like 2.7, 2.7.1 or BUS-012",
  itemIds: "the id of an item is asked for, or a list of them",
  sectionId: "ids of sections are whole numbers from 1 to 99",
  groupId: "ids of groups look like 2.7 or BUS",
  checklistId: "this id has small letters, numbers and hyphens, as in our-programme",
  version: "a version has letters, numbers, dots and hyphens, as in 2030",
  comparedVersion: "this version is a number, as in 3.0, so that later ones can be told",
  language: "languages look like en or de",
  url: "web addresses begin with http:// or https://",
  address: "one e-mail address is asked for",
  foundList: "a list",
  foundRecord: "keys with values",
  foundNothing: "empty",
} as const;

export type Takes = keyof typeof TAKES;

export const takesOneOf = (words: readonly string[]): string => `${either(words)} is asked for`;

export const entryOf = (key: string, number: number): string => `entry ${number} of ${key}`;

/** Others have titles, which quotes tell from the sentence. */
const HAS_ID: readonly Noun[] = ["section", "group", "item"];

const thingText = ({ noun, name, number }: Thing): string => {
  if (name === null) return `${noun} ${number}`;
  return HAS_ID.includes(noun) ? `${noun} ${name}` : `${noun} “${name}”`;
};

/** The innermost that has a name; those without are counted within the one around them. */
function thingsText(things: readonly Thing[]): string {
  const named = things.reduce((last, { name }, index) => (name === null ? last : index), 0);
  return things.slice(named).map(thingText).join(", ");
}

/** Such as `item 2.7: ifMet`. */
export function filePlaceText({ things, key }: FilePlace): string {
  const thing = thingsText(things);
  if (thing === "") return key === "" ? "the file" : key;
  return key === "" ? thing : `${thing}: ${key}`;
}

const WANTED: Readonly<Record<Wanted, string>> = {
  value: "a value should stand",
  key: "a key in quotes should stand",
  colon: "a colon should stand",
  commaOrBrace: "a comma or a closing brace should stand",
  commaOrBracket: "a comma or a closing bracket should stand",
  end: "the file should end",
};

function syntaxText(wrong: JsonWrong): string {
  switch (wrong.is) {
    case "unexpected": {
      const found = wrong.found === null ? "the file ends" : `“${wrong.found}” stands`;
      return `${found} where ${WANTED[wrong.wanted]}`;
    }
    case "keyTwice":
      return `the key “${wrong.key}” stands a second time in the same braces`;
    case "brokenText":
      return "a text goes on in the next line, or has a tab: write \\n or \\t for it";
    case "escape":
      return "a backslash stands by itself: write two of them";
    case "tooDeep":
      return "too many brackets stand in one another";
  }
}

const didYouMean = (meant: string | null): string =>
  meant === null ? "" : `; did you mean ${meant}?`;

const ofItems = (number: number): string => count(number, "item");

/** Where both stand, if they stand within something. */
function twiceIn(...places: readonly FilePlace[]): string {
  const around = places.map(({ things }) => thingsText(things.slice(0, -1)));
  const within = [...new Set(around)].filter((text) => text !== "").map((text) => `in ${text}`);
  return within.length === 0 ? "" : `: ${join(within)}`;
}

/** What is wrong with the place in front of it; no full stop. */
function predicate(
  at: FilePlace,
  problem: Exclude<FileProblem, { readonly is: "syntax" }>,
): string {
  switch (problem.is) {
    case "encoding":
      return "is not in UTF-8; save it as text in UTF-8";
    case "fileTooLong":
      return `has ${problem.length} characters; ${problem.most} are the most`;
    case "noSchema":
      return "is no checklist file: it has no key “schema”";
    case "laterSchema":
      return `is of schema ${problem.found}, and this program reads up to ${problem.known}; install a newer version of the program`;
    case "missing":
      return "is missing";
    case "unknownKey":
      return `has an unknown key “${problem.key}”${didYouMean(problem.meant)}`;
    case "other":
      return `is ${problem.found}; ${problem.takes}`;
    case "tooLong":
      return `has ${problem.length} characters; ${problem.most} are the most`;
    case "tooMany":
      return `has ${problem.count} entries; ${problem.most} are the most`;
    case "lineBreak":
      return "has a line break or a tab; write it on one line";
    case "outerSpace":
      return "begins or ends with a space; take it away";
    case "unprintable":
      return `has a character that cannot be seen (${problem.code}); take it away`;
    case "lines":
      return `${problem.wrong}; a text is one line, or a line and below it at least two that begin with “- ”`;
    case "twice":
      return `stands there twice${twiceIn(problem.first, at)}`;
    case "noItem":
      return `is “${problem.found}”, which is no item of the checklist${didYouMean(problem.meant)}`;
    case "noGroup":
      return `is “${problem.found}”, which is no group of section ${problem.section}`;
    case "emptyGroup":
      return "has no item that names it; take it away, or name it in group of its items";
    case "passBeyondMost":
      return `is ${problem.pass}, and all points are ${problem.most}`;
    case "sumDiffers":
      return `is ${problem.most}, and ifMet of all items makes ${problem.sum}`;
    case "orderOfMonths":
      return `is ${problem.fine}, which is more than oldestMonths (${problem.oldest})`;
    case "publicBeyondNeeded":
      return `is ${problem.isPublic}, which is more than needed (${problem.needed})`;
    case "placeholder":
      return `has “${problem.found}”; only {partner} is filled in`;
    case "listWithoutRenewal":
      return "names a list, and this checklist has no renewals: its own key renewal is null";
    case "followsMissing":
      return "speaks of another version, and the file does not say in follows which one that is";
    case "openUnused":
      return "is given, and no item has the provenance “reconstructed”; leave it out";
    case "openMissing":
      return "is “reconstructed”, and the file has no openValues that say what may be entered";
    case "openTooMany":
      return `has ${ofItems(problem.count)} whose points are “reconstructed”; ${problem.most} are the most`;
    case "openNoChoice":
      return `is ${problem.found}, which is none of the choices in openValues (${join(problem.choices.map(String))})`;
    case "openLoss":
      return `is ${problem.found}, and openValues make it ${problem.loss}: an item whose points may be entered costs something only where it adds nothing`;
    case "openKind":
      return `is ${problem.found}, and openValues make it ${!problem.found}: an item whose points may be entered is mandatory only where it adds nothing`;
    case "openSum":
      return `is ${problem.sum}, and ifMet of the items that are “reconstructed” makes ${problem.found}`;
    case "takenVersion":
      return `is ${problem.version}, revision ${problem.revision}, which this program brings along with other rules; give the file another version or a higher revision`;
  }
}

/** A sentence, as it stands behind the file's name and a colon; with another `subject` than the place in the file. */
export function fileFaultSentence(
  { at, problem }: FileFault,
  subject: string = filePlaceText(at),
): string {
  const said =
    problem.is === "syntax"
      ? `line ${problem.line}: ${syntaxText(problem.wrong)}`
      : `${subject} ${predicate(at, problem)}`;
  return said.endsWith("?") ? said : `${said}.`;
}

/** Beyond so many faults the rest is counted. */
export const MOST_TOLD = 20;
export const moreFaults = (rest: number): string => `and ${count(rest, "more fault")}.`;
