/** What tests of the shipped pane share: waiting for words, making a checklist, finding rows. */

import type { Frame } from "playwright-core";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { snapshotOf } from "../fakes/snapshot.ts";
import type { Pane } from "./browser.ts";

export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const text = (frame: Frame): Promise<string> =>
  frame.evaluate(() => document.body.innerText);

export const shows = (frame: Frame, words: string): Promise<void> =>
  until(`“${words}” in the pane`, async () => (await text(frame)).includes(words));

export async function newChecklist(pane: Pane): Promise<void> {
  await shows(pane.frame, "No checklist in this workbook");
  await pane.frame.getByLabel("Partner name").fill("Kestrel Cloud Ltd");
  await pane.frame.getByRole("button", { name: "Make checklist" }).click();
  await shows(pane.frame, "Overview");
  await until("a report", async () => (await pane.frame.getByRole("tab").count()) > 0);
}

/** The row of an item in a new checklist. */
export function rowOf(id: string): number {
  const place = report(EDITIONS, snapshotOf(blankInputs(checklist31))).items.find(
    (item) => item.id === id,
  )?.place;
  if (!place) throw new Error(id);
  return place.row;
}
