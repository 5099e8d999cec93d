/** What the workbook holds in which a checklist is written: its sheets, their columns, and what each cell takes. */

import {
  DRAFT_CHOICES,
  DRAFT_FIELDS,
  DRAFT_HEADERS,
  DRAFT_PROMPTS,
  DRAFT_SHEETS,
} from "../words/draft.ts";

/** `id` and `version` look like numbers, and are texts; the last four are lists, parted by commas. */
type PlainTake =
  | "text"
  | "lines"
  | "paragraphs"
  | "number"
  | "yesNo"
  | "id"
  | "version"
  | "ids"
  | "numbers"
  | "words";

/** How an entry becomes a value of the file. */
export type Take =
  | { readonly is: PlainTake }
  /** Words by the value that the file has. */
  | { readonly is: "choice"; readonly words: Readonly<Record<string, string>> };

export interface Column {
  /** The place in the entry of the file, such as `from.id`. */
  readonly key: string;
  readonly header: string;
  /** In pixels. */
  readonly width: number;
  readonly take: Take;
  /** Whether an entry is none without it. */
  readonly needed: boolean;
  readonly prompt: string | null;
}

export type TableKey = "sections" | "groups" | "items" | "services" | "texts";

export interface Table {
  readonly key: TableKey;
  /** The defined name of its head. */
  readonly name: string;
  readonly sheet: string;
  readonly columns: readonly Column[];
  /** Blank rows that a draft has at least. */
  readonly spare: number;
}

const take = (is: PlainTake): Take => ({ is });
const choice = (words: Readonly<Record<string, string>>): Take => ({ is: "choice", words });

interface Wanted {
  readonly width: number;
  readonly take: Take;
  readonly needed?: true;
  readonly prompt?: string;
}

function table<K extends TableKey>(
  key: K,
  spare: number,
  columns: Readonly<Record<keyof (typeof DRAFT_HEADERS)[K], Wanted>>,
): Table {
  return {
    key,
    name: `Draft_${DRAFT_SHEETS[key]}`,
    sheet: DRAFT_SHEETS[key],
    spare,
    columns: Object.entries<Wanted>(columns).map(([own, { needed, prompt, ...rest }]) => ({
      key: own,
      header: (DRAFT_HEADERS[key] as Readonly<Record<string, string>>)[own] ?? own,
      ...rest,
      needed: needed ?? false,
      prompt: prompt ?? null,
    })),
  };
}

const text = take("text");
const lines = take("lines");
const id = take("id");

export const TABLES: Readonly<Record<TableKey, Table>> = {
  sections: table("sections", 20, {
    id: { width: 72, take: id, needed: true },
    title: { width: 360, take: text, needed: true },
    shortTitle: { width: 190, take: text },
    part: { width: 260, take: text },
  }),
  groups: table("groups", 30, {
    section: { width: 72, take: id, needed: true },
    id: { width: 72, take: id, needed: true },
    title: { width: 240, take: text, needed: true },
    requirement: { width: 320, take: lines, prompt: DRAFT_PROMPTS.lines },
    evidence: { width: 320, take: lines, prompt: DRAFT_PROMPTS.lines },
    requirementForItems: { width: 240, take: text },
    evidenceForItems: { width: 240, take: text },
  }),
  items: table("items", 100, {
    section: { width: 64, take: id, needed: true },
    id: { width: 80, take: id, needed: true },
    group: { width: 72, take: id },
    title: { width: 240, take: text, needed: true },
    shortTitle: { width: 160, take: text },
    requirement: { width: 340, take: lines, needed: true, prompt: DRAFT_PROMPTS.lines },
    evidence: { width: 340, take: lines, needed: true, prompt: DRAFT_PROMPTS.lines },
    evidenceKinds: { width: 140, take: take("words"), prompt: DRAFT_PROMPTS.kinds },
    notEnough: { width: 220, take: text },
    ifNotMet: { width: 76, take: take("number"), needed: true },
    ifMet: { width: 76, take: take("number"), needed: true },
    mandatory: { width: 88, take: take("yesNo"), prompt: DRAFT_PROMPTS.mandatory },
    provenance: { width: 100, take: choice(DRAFT_CHOICES.provenance) },
    resellerOnly: { width: 88, take: take("yesNo") },
    renewal: { width: 120, take: choice(DRAFT_CHOICES.renewal) },
    "from.id": { width: 100, take: take("ids"), prompt: DRAFT_PROMPTS.ids },
    "from.same": { width: 80, take: take("yesNo") },
    sourceLine: { width: 80, take: take("number") },
  }),
  services: table("services", 30, {
    name: { width: 300, take: text, needed: true },
    category: { width: 160, take: text, needed: true },
    isNew: { width: 100, take: take("yesNo") },
  }),
  texts: table("texts", 30, {
    kind: { width: 120, take: choice(DRAFT_CHOICES.kind), needed: true },
    title: { width: 280, take: text, needed: true, prompt: DRAFT_PROMPTS.textTitle },
    text: { width: 600, take: take("paragraphs"), needed: true, prompt: DRAFT_PROMPTS.text },
    items: { width: 140, take: take("ids"), prompt: DRAFT_PROMPTS.ids },
  }),
};

/** How a row of prose stands in the file: under which keys, and whether its text is one line there. */
export interface Prose {
  readonly title: string;
  readonly text: string;
  readonly isOneLine: boolean;
}

/** The title of changes names two versions. */
export const PROSE: Readonly<Record<keyof typeof DRAFT_CHOICES.kind, Prose>> = {
  prerequisites: { title: "title", text: "requirement", isOneLine: true },
  process: { title: "title", text: "paragraphs", isOneLine: false },
  definitions: { title: "term", text: "meaning", isOneLine: true },
  readings: { title: "title", text: "paragraphs", isOneLine: false },
  links: { title: "title", text: "url", isOneLine: true },
  changes: { title: "from", text: "changes", isOneLine: false },
};

export const isProse = (kind: string): kind is keyof typeof PROSE => kind in PROSE;

/** A row of the first sheet. */
export interface Field {
  /** The place in the file, such as `clock.replyDays`. */
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly take: Take;
  readonly needed: boolean;
}

type FieldKey = keyof typeof DRAFT_FIELDS;
const field = (key: FieldKey, is: PlainTake, needed = true): Field => {
  const [label, help] = DRAFT_FIELDS[key];
  return { key, label, help, take: { is }, needed };
};
/** One that may be left out, by itself or with those that go together with it. */
const spared = (key: FieldKey, is: PlainTake): Field => field(key, is, false);

export const FIELDS: readonly Field[] = [
  field("title", "text"),
  field("version", "version"),
  field("revision", "number"),
  field("published", "text"),
  field("id", "text"),
  field("shortTitle", "text"),
  field("program", "text"),
  field("manager", "text"),
  field("maker", "text"),
  field("language", "text"),
  spared("follows", "version"),
  field("most", "number"),
  field("pass", "number"),
  field("mail.to", "text"),
  field("mail.subject", "text"),
  field("clock.replyDays", "number"),
  field("clock.summaryHours", "number"),
  field("clock.closureDays", "number"),
  field("clock.finalReportDays", "number"),
  field("clock.decisionDays", "number"),
  spared("renewal.months", "number"),
  spared("renewal.fullAuditMonths", "number"),
  spared("renewal.oldestVersion", "version"),
  field("references.needed", "number"),
  field("references.publicNeeded", "number"),
  field("references.fineMonths", "number"),
  field("references.oldestMonths", "number"),
  spared("references.item", "id"),
  spared("services.item", "id"),
  spared("openValues.choices", "numbers"),
  spared("openValues.mandatoryLoss", "number"),
  spared("openValues.sum", "number"),
  spared("openValues.place", "text"),
];

export const FIELDS_NAME = "Draft_Programme";
/** The heads of sheets, from which their cells are found. */
export const DRAFT_NAMES: readonly string[] = [
  FIELDS_NAME,
  ...Object.values(TABLES).map(({ name }) => name),
];
