/** The order in which a program last calculated: once formulas came or went it is wrong, and Excel calls the file damaged. */

import { openPackage, relations } from "./package.ts";
import { attribute, type Splice, splice, walk } from "./xml.ts";

export const TYPES_PART = "[Content_Types].xml";

/** Where the relations of a part stand. */
export function relationsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** Every program makes it anew. */
export function withoutChain(bytes: Uint8Array): Uint8Array {
  const { parts, workbookPath } = openPackage(bytes);
  const relation = relations(parts, workbookPath).find(({ kind }) => kind === "calcChain");
  const path = relation && parts.find(relation.target);
  const [types, related] = [parts.find(TYPES_PART), parts.find(relationsPath(workbookPath))];
  if (!relation || !path || types === null || related === null) return bytes;
  const changes = new Map([
    [types, without(parts.text(types), types, "PartName", (name) => isPart(name, path))],
    [related, without(parts.text(related), related, "Id", (id) => id === relation.id)],
  ]);
  return parts.withTexts(changes, new Set([path.toLowerCase()]));
}

const isPart = (name: string, path: string): boolean =>
  name.replace(/^\//, "").toLowerCase() === path.toLowerCase();

function without(
  xml: string,
  part: string,
  key: string,
  isGone: (value: string) => boolean,
): string {
  const splices: Splice[] = [];
  let start = -1;
  walk(xml, part, {
    open(tag, depth) {
      start = depth === 1 && isGone(attribute(tag, key) ?? "") ? tag.start : -1;
    },
    close(_, depth, end) {
      if (depth === 1 && start >= 0) splices.push({ start, end, text: "" });
      start = -1;
    },
  });
  return splice(xml, splices);
}
