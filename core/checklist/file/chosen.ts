/**
 * The door for a checklist file that somebody chose, the same in every host: its text or bytes go in, and a checklist to
 * make workbooks of comes out, or sentences that say why not.
 */

import { builtInAs } from "../built-in.ts";
import type { FullChecklist } from "../types.ts";
import { type FileFault, keyAt, WHOLE_FILE } from "./fault.ts";
import { type FileRead, faultSentences, readChecklistFile } from "./read.ts";
import { fileText } from "./write.ts";

export interface Usable {
  readonly checklist: FullChecklist;
  /**
   * Whether the program brings this very version along; then `checklist` is the program's own. `otherTexts`: the
   * file says the same rules in other words, which are not used.
   */
  readonly known: "no" | "same" | "otherTexts";
}

export type Chosen =
  | (Usable & { readonly sentences: null })
  /** One or more, each to stand behind the file's name and a colon. */
  | { readonly checklist: null; readonly sentences: readonly string[] };

export type Decided =
  | (Usable & { readonly faults: null })
  | { readonly checklist: null; readonly faults: readonly FileFault[] };

/** Never throws. */
export function chosenChecklist(content: string | Uint8Array): Chosen {
  const found = decided(readChecklistFile(content));
  if (found.faults !== null) return { checklist: null, sentences: faultSentences(found.faults) };
  const { checklist, known } = found;
  return { checklist, known, sentences: null };
}

/** The same for a file that was read already, such as one that was put together from a spreadsheet. */
export function decided({ checklist, faults }: FileRead): Decided {
  if (faults !== null) return { checklist: null, faults };
  const known = builtInAs(checklist);
  if (known === null) return { checklist, known: "no", faults: null };
  const { version, revision } = checklist;
  if (rulesOf(known) !== rulesOf(checklist)) {
    const problem = { is: "takenVersion", version, revision } as const;
    return { checklist: null, faults: [{ at: keyAt(WHOLE_FILE, "version"), problem }] };
  }
  const isSame = fileText(known) === fileText(checklist);
  return { checklist: known, known: isSame ? "same" : "otherTexts", faults: null };
}

/** What a revision stands for: points, kinds, lists, deadlines, and which item is which. */
function rulesOf({ sections, services, openValues, ...rest }: FullChecklist): string {
  const { most, pass, references, clock, renewal } = rest;
  return JSON.stringify([
    [most, pass, references, clock, renewal],
    sections.map(({ id, items }) => [
      id,
      items.map(({ title: _, shortTitle: __, group: ___, from: ____, ...rules }) => rules),
    ]),
    services && [services.item, services.list.map(({ name, isNew }) => [name, isNew])],
    openValues && [openValues.choices, openValues.mandatoryLoss, openValues.sum],
  ]);
}
