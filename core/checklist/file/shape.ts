/**
 * The shape of a value in a file, said once: it reads strictly and tells every fault with its place, and it gives the
 * JSON Schema that is published. No code is made at run time.
 */

import { TAKES, type Takes, takesOneOf } from "../../words/checklist-file.ts";
import { nearest } from "../../words/nearest.ts";
import type { Json } from "../domain.ts";
import { wrongLines } from "../lines.ts";
import { entryAt, type FilePlace, type FileProblem, keyAt, type Noun, thingAt } from "./fault.ts";
import { LIMITS } from "./limits.ts";

export type JsonSchema = { readonly [key: string]: Json };

export type Tell = (at: FilePlace, problem: FileProblem) => void;

export interface Shape<T> {
  readonly schema: JsonSchema;
  /** Undefined where something is wrong, which was told. */
  readonly read: (value: Json, at: FilePlace, tell: Tell) => T | undefined;
}

/** What a shape reads. */
export type Read<S> = S extends Shape<infer T> ? T : never;

/** A key that may be left out. */
export interface Optional<T> {
  readonly optional: Shape<T>;
}

export const optional = <T>(shape: Shape<T>): Optional<T> => ({ optional: shape });

type Field = Shape<unknown> | Optional<unknown>;
type Fields = Readonly<Record<string, Field>>;
type Needed<F> = { [K in keyof F]: F[K] extends Shape<unknown> ? K : never }[keyof F];
type Spared<F> = { [K in keyof F]: F[K] extends Optional<unknown> ? K : never }[keyof F];
type RecordOf<F extends Fields> = { readonly [K in Needed<F>]: Read<F[K]> } & {
  readonly [K in Spared<F>]?: F[K] extends Optional<infer T> ? T : never;
};

const shapeOf = (field: Field): Shape<unknown> => ("optional" in field ? field.optional : field);

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every object also has a `constructor`, which is no key of the file. */
const ownKey = (value: { readonly [key: string]: Json }, key: string): Json | undefined =>
  Object.entries(value).find(([own]) => own === key)?.[1];

const LONGEST_SHOWN = 60;

/** A value as it stands in the file, cut where it is long. */
function shown(value: Json): string {
  if (typeof value === "string")
    return value.length > LONGEST_SHOWN ? `“${value.slice(0, LONGEST_SHOWN)}…”` : `“${value}”`;
  if (Array.isArray(value)) return TAKES.foundList;
  return isObject(value) ? TAKES.foundRecord : String(value);
}

const other = (value: Json, takes: Takes): FileProblem => ({
  is: "other",
  found: shown(value),
  takes: TAKES[takes],
});

export function record<F extends Fields>(fields: F): Shape<RecordOf<F>> {
  const keys = Object.keys(fields);
  const known = new Set(keys);
  const needed = keys.filter((key) => !("optional" in (fields[key] as Field)));
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(
        keys.map((key) => [key, shapeOf(fields[key] as Field).schema] as const),
      ),
      required: needed,
      additionalProperties: false,
    },
    read(value, at, tell) {
      if (!isObject(value)) {
        tell(at, other(value, "record"));
        return undefined;
      }
      const read = new Map<string, unknown>();
      let isWhole = true;
      const own = new Map(Object.entries(value));
      for (const key of own.keys()) {
        if (known.has(key)) continue;
        tell(at, { is: "unknownKey", key, meant: nearest(key, keys) });
        isWhole = false;
      }
      for (const key of keys) {
        const found = own.get(key);
        if (found === undefined) {
          if (!needed.includes(key)) continue;
          tell(keyAt(at, key), { is: "missing" });
          isWhole = false;
          continue;
        }
        const field = shapeOf(fields[key] as Field).read(found, keyAt(at, key), tell);
        if (field === undefined) isWhole = false;
        else read.set(key, field);
      }
      return isWhole ? (Object.fromEntries(read) as RecordOf<F>) : undefined;
    },
  };
}

interface ListRule {
  readonly least?: number;
  readonly most: number;
  /** Where its entries are things of their own: how they are called, and the key of their name. */
  readonly of?: readonly [noun: Noun, name: string];
}

export function list<T>(entry: Shape<T>, { least = 0, most, of }: ListRule): Shape<readonly T[]> {
  const placeOf = (at: FilePlace, index: number, value: Json): FilePlace => {
    if (!of) return entryAt(at, index);
    const name = isObject(value) ? ownKey(value, of[1]) : undefined;
    const isName = typeof name === "string" && name !== "" && name.length <= LIMITS.title;
    return thingAt(at, index, of[0], isName ? name : null);
  };
  return {
    schema: { type: "array", items: entry.schema, minItems: least, maxItems: most },
    read(value, at, tell) {
      if (!Array.isArray(value)) {
        tell(at, other(value, "list"));
        return undefined;
      }
      if (value.length > most) {
        tell(at, { is: "tooMany", count: value.length, most });
        return undefined;
      }
      if (value.length < least) {
        tell(at, { is: "other", found: TAKES.foundNothing, takes: TAKES.filledList });
        return undefined;
      }
      const read = value.map((each: Json, index) =>
        entry.read(each, placeOf(at, index, each), tell),
      );
      return read.includes(undefined) ? undefined : (read as T[]);
    },
  };
}

/** What no program shows, or what turns a text round. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/;
/** The second half of a character without its first. */
const LONE_HALF = /(?:^|[^\ud800-\udbff])[\udc00-\udfff]/;

function unprintable(text: string): FileProblem | null {
  const [found] = UNPRINTABLE.exec(text) ?? LONE_HALF.exec(text) ?? [];
  if (found === undefined) return null;
  const code = found
    .charCodeAt(found.length - 1)
    .toString(16)
    .toUpperCase()
    .padStart(4, "0");
  return { is: "unprintable", code: `U+${code}` };
}

/** What keeps a text from being one of a line; null for nothing. */
function lineProblem(text: string, most: number): FileProblem | null {
  if (text.length > most) return { is: "tooLong", length: text.length, most };
  if (/[\t\n\r]/.test(text)) return { is: "lineBreak" };
  if (text.trim() !== text) return { is: "outerSpace" };
  return unprintable(text);
}

/** One line of text, never blank. */
export const line = (most: number): Shape<string> => ({
  schema: { type: "string", minLength: 1, maxLength: most },
  read(value, at, tell) {
    const problem =
      typeof value === "string" && value.trim() !== ""
        ? lineProblem(value, most)
        : other(value, "line");
    if (problem === null) return value as string;
    tell(at, problem);
    return undefined;
  },
});

/** The same where it is added to texts of several lines: then it must not look like a part of a list. */
export const sentence = (most: number): Shape<string> => {
  const plain = line(most);
  return {
    ...plain,
    read(value, at, tell) {
      const text = plain.read(value, at, tell);
      const wrong = text === undefined ? null : wrongLines(text);
      if (wrong === null) return text;
      tell(at, { is: "lines", wrong });
      return undefined;
    },
  };
};

/** One line of a certain form. */
export const form = (most: number, pattern: RegExp, takes: Takes): Shape<string> => {
  const plain = line(most);
  return {
    schema: { ...plain.schema, pattern: pattern.source },
    read(value, at, tell) {
      if (typeof value !== "string" || value.length > most) return plain.read(value, at, tell);
      if (pattern.test(value)) return value;
      tell(at, other(value, takes));
      return undefined;
    },
  };
};

/** A text as its lines (`checklist/lines.ts`): one text, or a list of lines; it may be blank. */
export const lines = (most: number): Shape<string> => ({
  schema: {
    anyOf: [
      { type: "string", maxLength: most },
      { type: "array", items: { type: "string" }, minItems: 1 },
    ],
  },
  read(value, at, tell) {
    const isText = (each: Json): each is string => typeof each === "string";
    const text = Array.isArray(value) && value.every(isText) ? value.join("\n") : value;
    if (!isText(text)) {
      tell(at, other(value, "lines"));
      return undefined;
    }
    const wrong = wrongLines(text);
    const problem: FileProblem | null =
      text.length > most
        ? { is: "tooLong", length: text.length, most }
        : wrong === null
          ? unprintable(text)
          : { is: "lines", wrong };
    if (problem === null) return text;
    tell(at, problem);
    return undefined;
  },
});

export const whole = (least: number, most: number, takes: Takes): Shape<number> => ({
  schema: { type: "integer", minimum: least, maximum: most },
  read(value, at, tell) {
    const fits =
      typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
    // JSON knows a negative zero, and nobody else does.
    if (fits) return value + 0;
    tell(at, other(value, takes));
    return undefined;
  },
});

export const flag: Shape<boolean> = {
  schema: { type: "boolean" },
  read(value, at, tell) {
    if (typeof value === "boolean") return value;
    tell(at, other(value, "flag"));
    return undefined;
  },
};

export const oneOf = <const T extends string>(words: readonly T[]): Shape<T> => ({
  schema: { enum: words },
  read(value, at, tell) {
    const found = words.find((word) => word === value);
    if (found === undefined)
      tell(at, { is: "other", found: shown(value), takes: takesOneOf(words) });
    return found;
  },
});

/** One of them, or a list. */
export const oneOrMore = <T>(shape: Shape<T>, most: number, takes: Takes): Shape<readonly T[]> => {
  const several = list(shape, { least: 1, most });
  return {
    schema: { anyOf: [shape.schema, several.schema] },
    read(value, at, tell) {
      if (Array.isArray(value)) return several.read(value, at, tell);
      if (isObject(value)) {
        tell(at, other(value, takes));
        return undefined;
      }
      const one = shape.read(value, at, tell);
      return one === undefined ? undefined : [one];
    },
  };
};

export const nullable = <T>(shape: Shape<T>): Shape<T | null> => ({
  schema: { anyOf: [shape.schema, { type: "null" }] },
  read: (value, at, tell) => (value === null ? null : shape.read(value, at, tell)),
});

/** Kept as it is for what later versions of this program make of it. */
export const kept: Shape<Json> = { schema: {}, read: (value) => value };
