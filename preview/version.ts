/** Asks for the file of another version. */

import type { FullChecklist } from "../core/checklist/types.ts";
import { HostError } from "../core/workbook/port.ts";
import { chooseFile } from "./choose.ts";
import { readFile } from "./files.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";

/** How many sentences about a file are told at once. */
const MOST_SENTENCES = 5;

/** Null where none was chosen. Throws `HostError` with what is wrong in it. */
export async function chosenVersion(): Promise<FullChecklist | null> {
  const file = await chooseFile(".json", TEXT.chooseVersion);
  if (file === null) return null;
  const bytes = await readFile(file);
  const { chosenChecklist } = await import("../core/checklist/file/chosen.ts");
  const { checklist, sentences } = chosenChecklist(bytes);
  if (sentences === null) return checklist;
  const told = sentences.slice(0, MOST_SENTENCES).map((each) => TEXT.inFile(file.name, each));
  throw new HostError([...told, ...TEXT.moreFaults(sentences.length - told.length)].join("\n"));
}
