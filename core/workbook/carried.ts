/** Makes editions of the checklists that workbooks carry, read as strictly as a file that somebody chose. */

import { BUILT_IN } from "../checklist/built-in.ts";
import { type PackedFile, unpacked } from "../checklist/file/pack.ts";
import { faultSentences, readChecklistFile } from "../checklist/file/read.ts";
import type { FullChecklist } from "../checklist/types.ts";
import { editionOf, type FullEdition } from "./edition.ts";
import type { Carried, CarriedReader } from "./library.ts";

/** A workbook is read again with each edit, and several may be open. */
const KEPT = 4;

export function carriedReader(): CarriedReader<FullEdition> {
  const known = new Map<string, Carried<FullEdition>>();
  return (file) => {
    const key = [file.hash, ...file.pieces].join("\n");
    const found = known.get(key) ?? read(file);
    // The one that was asked for last goes last.
    known.delete(key);
    known.set(key, found);
    for (const [oldest] of known) if (known.size > KEPT) known.delete(oldest);
    return found;
  };
}

function read(file: PackedFile): Carried<FullEdition> {
  const text = unpacked(file);
  if (text === null) return { edition: null, fault: { is: "damaged" } };
  const { checklist, faults } = readChecklistFile(text);
  if (faults === null) return { edition: carriedEdition(checklist), fault: null };
  const [sentence = ""] = faultSentences(faults);
  return { edition: null, fault: { is: "faulty", sentence } };
}

/** Says so where its rules are told to be those of a published version that the program knows otherwise. */
function carriedEdition(checklist: FullChecklist): FullEdition {
  const edition = editionOf(checklist);
  const { id, version, revision } = checklist;
  const published = BUILT_IN.find((known) => known.id === id && known.version === version);
  const { check } = edition;
  if (!published || !check) return edition;
  const values = { version, revision, known: published.revision };
  const told = { code: "otherRevision", severity: "warning", place: null, where: null } as const;
  return { ...edition, check: (look) => [{ ...told, values }, ...check(look)] };
}
