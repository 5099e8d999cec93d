/** Sentences about many issues that are one fault: how many, what is wrong, the first places, what to do. */

import { type IssueFact, type SpokenIssue, speakIssue } from "./issues.ts";
import { nameLabel } from "./names.ts";
import { wholeSentence } from "./spoken.ts";

const NAMED = 3;

/** `A, B, C and 94 more`. */
function first(all: readonly string[]): string {
  const more = all.length - NAMED;
  return `${all.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** `Checklist!H5, H6, H9 and 94 more`: the sheet once. */
function placesOf(issues: readonly IssueFact[]): string {
  let last = "";
  const places = issues.map(({ where }) => {
    const [sheet = "", cell = ""] = (where ?? "").split(/!(?=[^!]*$)/);
    const place = sheet === last ? cell : `${sheet}!${cell}`;
    last = sheet;
    return place;
  });
  return first(places);
}

/** What the formulas of many cells calculate. */
const CALCULATED: Readonly<Record<string, string>> = {
  itemPoints: "the points of items",
  itemScope: "the scope of items",
  itemAction: "action items",
  itemState: "the state of action items",
  itemSubtract: "points when not met",
  itemAdd: "points when met",
  itemMandatory: "which items are mandatory",
  sectionTotal: "section totals",
  total: "totals",
  verdict: "verdicts and what they follow from",
  dueDate: "the due date of action items",
};

const BACK = "Put them back, as a new checklist has them.";

interface Said {
  readonly message: string;
  readonly remedy: string | null;
}

/** Null where the first one's sentence is said, and the other places after it. */
function together(code: IssueFact["code"], all: readonly IssueFact[]): Said | null {
  const count = all.length;
  const places = placesOf(all);
  const [one] = all;
  const values = all.flatMap((fact) => (fact.code === code ? [fact.values] : []));
  const of = (key: string): string[] =>
    values.map((each) => String((each as unknown as Record<string, unknown>)[key] ?? ""));
  const labels = () => first(of("name").map((name) => `“${nameLabel(name) ?? name}”`));
  switch (one?.code) {
    case "formulaLost":
      return {
        message: `${count} cells hold values where formulas calculate ${CALCULATED[one.values.calculates.of]}: ${places}.`,
        remedy: BACK,
      };
    case "formulaChanged": {
      const { slipped, calculates } = one.values;
      const rows = Math.abs(slipped) === 1 ? "the row" : `${Math.abs(slipped)} rows`;
      const why =
        slipped > 0
          ? `look ${rows} above their own, as after a program inserted rows without moving the formulas along`
          : `look ${rows} below their own, as after a program deleted rows without moving the formulas along`;
      return slipped === 0
        ? {
            message: `The formulas of ${count} cells were changed and no longer calculate ${CALCULATED[calculates.of]} as they should: ${places}.`,
            remedy: BACK,
          }
        : {
            message: `The formulas of ${count} cells ${why}: ${places}.`,
            remedy:
              "Take the workbook as it was before that, and insert or delete rows in a spreadsheet program.",
          };
    }
    case "sectionChanged":
      return {
        message: `The section in ${count} rows is not that of their items, as after some columns were sorted without the others: ${places}.`,
        remedy: "Undo the sorting, or take an earlier copy.",
      };
    case "itemMissing":
      return {
        message: `${count} items have no row in the Checklist and count as unanswered: ${first(of("item"))}.`,
        remedy: "Put their rows back, with id and section.",
      };
    case "itemUnknown":
      return {
        message: `${count} rows have no id of the checklist and count for nothing: ${places}.`,
        remedy: "Put the ids of the items back.",
      };
    case "nameElsewhere":
      return {
        message: `The names of ${count} columns point at others, as after a program inserted a column without moving them along: ${labels()}. Nothing under them can be relied upon.`,
        remedy: "Take the workbook as it was before that.",
      };
    case "nameCut":
      return {
        message: `The names of ${count} columns do not cover all of their rows: ${labels()}. What stands in the others is not read.`,
        remedy: "Go on in a copy in which they are whole, such as the mailed one.",
      };
    case "nameMissing":
      return {
        message:
          one.values.assumed === null
            ? `${count} names of calculated cells are gone, so these are not compared: ${labels()}.`
            : `The names of ${count} entries are gone; they are not found and count as ${one.values.assumed || "blank"}: ${labels()}.`,
        remedy: "Go on in a copy that has them, such as the mailed one.",
      };
    case "listLost":
      return {
        message: `The drop-down lists of ${count} inputs are gone: ${labels()}. Answers typed by hand are still read.`,
        remedy: null,
      };
    case "protectionOff":
      return { message: `${count} sheets are not protected: ${first(of("sheet"))}.`, remedy: null };
    default:
      return null;
  }
}

/** One sentence for all of them; for a single one its own. */
export function speakGroup(all: readonly IssueFact[]): SpokenIssue {
  const [one, ...others] = all;
  if (!one) throw new RangeError("A group of issues is never empty.");
  const spoken = speakIssue(one);
  if (others.length === 0) return spoken;
  const said = together(one.code, all);
  if (said !== null) return { ...spoken, ...said, namesPlace: true };
  const isSame = others.every((other) => speakIssue(other).remedy === spoken.remedy);
  return {
    ...spoken,
    message: `${spoken.message} Likewise in ${others.length === 1 ? "one more place" : `${others.length} more places`}: ${placesOf(others)}.`,
    remedy: isSame ? spoken.remedy : BACK,
  };
}

export const groupSentence = (all: readonly IssueFact[]): string => wholeSentence(speakGroup(all));
