/** The JSON Schema of checklist files as it is published, for editors that help people write them. */

import { FILE_HELP, FILE_TITLE } from "../../words/checklist-file-help.ts";
import type { Json } from "../domain.ts";
import { CHECKLIST_FILE } from "./definition.ts";
import type { JsonSchema } from "./shape.ts";

export const jsonSchema = (): JsonSchema => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: FILE_TITLE,
  ...described(CHECKLIST_FILE.schema, ""),
});

/** Every key that a file may have, such as `sections.items.ifMet`. */
export const keysOfFile = (): readonly string[] => keysIn(CHECKLIST_FILE.schema, "");

const inside = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);
const isSchema = (value: Json | undefined): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const propertiesOf = ({ properties }: JsonSchema): readonly (readonly [string, JsonSchema])[] =>
  isSchema(properties)
    ? Object.entries(properties).filter((entry): entry is [string, JsonSchema] =>
        isSchema(entry[1]),
      )
    : [];

/** Entries of lists, and values that may be null, have no key of their own. */
function described(schema: JsonSchema, path: string): JsonSchema {
  const { items, anyOf } = schema;
  const properties = propertiesOf(schema).map(([key, value]) => {
    const own = inside(path, key);
    const description = FILE_HELP[own];
    return [key, { ...described(value, own), ...(description ? { description } : {}) }] as const;
  });
  return {
    ...schema,
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(isSchema(items) ? { items: described(items, path) } : {}),
    ...(Array.isArray(anyOf)
      ? { anyOf: anyOf.map((each: Json) => (isSchema(each) ? described(each, path) : each)) }
      : {}),
  };
}

function keysIn(schema: JsonSchema, path: string): readonly string[] {
  const { items, anyOf } = schema;
  const parts = Array.isArray(anyOf) ? (anyOf as readonly Json[]) : [items ?? null];
  return [
    ...propertiesOf(schema).flatMap(([key, value]) => [
      inside(path, key),
      ...keysIn(value, inside(path, key)),
    ]),
    ...parts.flatMap((part) => (isSchema(part) ? keysIn(part, path) : [])),
  ];
}
