/** What the heads of columns mean: their names on the sheets, the short names that people use, defined names. */

import { inputLabel } from "../words/labels.ts";
import { CHECKLIST, OVERVIEW, PREREQUISITES, SERVICES } from "../words/sheets.ts";
import { INPUTS } from "../workbook/fields.ts";
import type { CellValue } from "../workbook/port.ts";
import { cellText } from "../workbook/read/locate.ts";

/** What the lines of a table are about. */
export type TableKind = "items" | "services" | "references" | "inputs";

/**
 * What a column is for. `key`: which line it is; `entry` and `day`: the value and the date of a list of single inputs,
 * `name` the defined name of each. `answer`: an answer that does not say whose it is. `shown`: known, and nothing that
 * people enter. `unread`: not known.
 */
export type Role =
  | { readonly is: "input"; readonly name: string }
  | { readonly is: "key" | "number" | "entry" | "day" | "name" | "answer" | "shown" | "unread" };

export interface Column {
  /** As it stands; empty where the column has no name. */
  readonly head: string;
  readonly role: Role;
}

const SHORT: Readonly<Record<string, readonly string[]>> = {
  Self_Answer: ["self", "self assessment", "partner answer", "partner assessment"],
  Evidence: ["evidence", "evidence link", "evidence note", "link"],
  Owner: ["responsible", "assigned to"],
  Auditor_Answer: ["validation", "audit answer"],
  Auditor_Note: ["note", "notes"],
  Note_Kind: ["kind", "kind of note"],
  Closure_Evidence: ["closure"],
  Closed_On: ["closure date", "closed at"],
  Action_Plan: ["plan"],
  Open_Add: ["ifmet"],
  Prior_Action: ["prior action item", "previous action"],
  Disclosed_Change: ["disclosed", "change disclosed"],
  Service_Example: ["example", "examples", "customer example", "customer examples"],
  Service_Support: ["support", "supported", "how it is supported"],
  Service_Unavailable: ["unavailable", "not available"],
  Service_Reviewed: ["reviewed"],
  Prerequisite_Reference: ["reference", "customer reference"],
  Prerequisite_Reference_Kind: ["kind"],
  Prerequisite_Reference_On: ["date"],
};

const KEYS: Readonly<Record<Exclude<TableKind, "references">, readonly string[]>> = {
  items: ["id", "item id", "item no", "item number", "checklist id", "checklist item"],
  services: ["service", "aws service", "service name"],
  inputs: ["what", "input", "setting"],
};
const ANSWERS: readonly string[] = ["answer", "answers", "status"];
const NUMBERS: readonly string[] = ["no", "number"];
const ENTRIES: readonly string[] = ["entry", "value"];
const DAYS: readonly string[] = ["date"];
const NAMES: readonly string[] = ["name", "defined name"];

/** Letters and figures alone: neither capitals nor spaces, hyphens and apostrophes make a difference. */
export const plainWord = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['\u2018\u2019\u200b\ufeff]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The words of a head, with and without what stands in brackets. */
const wordsOf = (head: string): readonly string[] => [
  plainWord(head),
  plainWord(head.replace(/\([^)]*\)|\[[^\]]*\]/g, "")),
];

const isReference = (name: string): boolean =>
  name.startsWith("Prerequisite_") &&
  INPUTS.some((field) => field.name === name && field.shape === "list");

const NAMED: Readonly<Record<TableKind, readonly string[]>> = {
  items: [
    ...INPUTS.flatMap(({ name, shape, until }) =>
      shape === "column" && until === null ? [name] : [],
    ),
    // Filled in a table of its own, and shown in the Checklist.
    "Open_Add",
  ],
  services: INPUTS.flatMap(({ name }) => (name.startsWith("Service_") ? [name] : [])),
  references: INPUTS.flatMap(({ name }) => (isReference(name) ? [name] : [])),
  inputs: [],
};

const SHOWN: Readonly<Record<TableKind, readonly string[]>> = {
  // By their keys, too, as lists in JSON have them.
  items: [
    ...Object.values(CHECKLIST.headers),
    ...Object.keys(CHECKLIST.headers),
    "Title",
    OVERVIEW.openReading,
  ],
  services: texts(SERVICES.headers),
  references: Object.values(PREREQUISITES.referenceHeaders),
  inputs: Object.values(PREREQUISITES.headers),
};

function texts(headers: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(headers).flatMap((head) => (typeof head === "string" ? [head] : []));
}

export const KINDS = ["items", "services", "references", "inputs"] as const;

/** By kind of table and word. Later entries do not replace earlier ones. */
const ROLES: ReadonlyMap<TableKind, ReadonlyMap<string, Role>> = new Map(
  KINDS.map((kind) => {
    const roles = new Map<string, Role>();
    const add = (words: readonly string[], role: Role): void => {
      for (const word of words) if (!roles.has(word)) roles.set(word, role);
    };
    if (kind !== "references") add(KEYS[kind], { is: "key" });
    for (const name of NAMED[kind]) {
      const own = [plainWord(inputLabel(name)), plainWord(name), ...(SHORT[name] ?? [])];
      add(own, { is: "input", name });
    }
    if (kind === "items") add(ANSWERS, { is: "answer" });
    if (kind === "references") add(NUMBERS, { is: "number" });
    if (kind === "inputs") {
      add(ENTRIES, { is: "entry" });
      add(DAYS, { is: "day" });
      add(NAMES, { is: "name" });
    }
    add(SHOWN[kind].map(plainWord), { is: "shown" });
    return [kind, roles];
  }),
);

export const UNREAD: Role = { is: "unread" };

/** `unread` where it is none that is known. */
export function roleOf(kind: TableKind, head: string): Role {
  const roles = ROLES.get(kind);
  const known = wordsOf(head).map((word) => (word === "" ? undefined : roles?.get(word)));
  if (kind === "services" && /^new in /i.test(head.trim())) return { is: "shown" };
  return known.find((role) => role !== undefined) ?? UNREAD;
}

const CALLED: ReadonlyMap<string, readonly string[]> = (() => {
  const called = new Map<string, string[]>();
  for (const { name, shape } of INPUTS) {
    if (shape !== "cell" && name !== "Holidays") continue;
    for (const word of new Set([plainWord(inputLabel(name)), plainWord(name)]))
      called.set(word, [...(called.get(word) ?? []), name]);
  }
  return called;
})();

/** The single inputs that are called so, on their sheet or by their defined name; two of them are called Audit. */
export const inputsCalled = (label: string): readonly string[] =>
  CALLED.get(plainWord(label)) ?? [];

/** What a lone name over a column of values is for; null where it is none of an item's inputs. */
export function inputOf(head: CellValue): Role | null {
  const role = roleOf("items", cellText(head));
  return role.is === "input" || role.is === "answer" ? role : null;
}
