/** What the Excel add-in costs: requests, actions and bytes, and the time from an edit to the painted panel. */

import { DEBOUNCE_MILLISECONDS } from "../../addin/watch.ts";
import { openExcel } from "../../addin/workbook.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { launch } from "../chromium/launch.ts";
import type { Figures } from "../fakes/excel/host.ts";
import { installExcel } from "../fakes/excel/install.ts";
import { openPane } from "./browser.ts";
import { profileOf, type Share } from "./build-profile.ts";
import { openSession, until } from "./open.ts";

export interface Cost extends Figures {
  readonly what: string;
}

/** With Microsoft's client library in Node. */
export async function excelCosts(): Promise<Cost[]> {
  const host = installExcel();
  const book = openExcel(EDITIONS);
  const costs: Cost[] = [];
  const cost = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    host.clearFigures();
    await work();
    costs.push({ what, ...host.figures });
  };
  const item = "1.2" as ItemId;
  await cost("build a checklist", () =>
    book.build(blueprint(checklist31, blankInputs(checklist31))),
  );
  await cost("read it for the first time", () => book.snapshot());
  const panel = await openSession();
  const row = panel.report().items[0]?.place?.row;
  await cost("follow an edit", async () => {
    host.type("Checklist", `H${row}`, "Met");
    await until(() => panel.report().self.answered === 1);
  });
  panel.session.stop();
  await cost("write an answer", () =>
    book.apply({ edits: [{ name: "Self_Answer", item, value: "Met" }] }),
  );
  return costs;
}

/** What the bytes of a build are spent on. */
export async function buildProfile(): Promise<Share[]> {
  const host = installExcel();
  const requests: string[] = [];
  const answer = host.answer.bind(host);
  host.answer = (text) => {
    requests.push(text);
    return answer(text);
  };
  await openExcel(EDITIONS).build(blueprint(checklist31, blankInputs(checklist31)));
  return profileOf(requests);
}

/** Milliseconds from an edit in the sheet to the painted panel in Chromium, without the wait for more edits. */
export async function paintTimes(runs: number): Promise<number[]> {
  const browser = await launch();
  try {
    const { page, frame } = await openPane(browser);
    await frame.getByRole("button", { name: "Make checklist" }).click();
    await frame.getByRole("tab").first().waitFor();
    const rows = await firstRows(runs);
    const times: number[] = [];
    for (const [index, row] of rows.entries()) {
      const painted = frame.evaluate(
        (words) =>
          new Promise<number>((resolve) => {
            const look = () => {
              if (!document.body.textContent?.includes(words)) return;
              observer.disconnect();
              requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
            };
            const observer = new MutationObserver(look);
            observer.observe(document.body, {
              subtree: true,
              childList: true,
              characterData: true,
            });
          }),
        `${index + 1} of 97`,
      );
      const typed = await page.evaluate((at) => {
        window.excelTest.host.type("Checklist", `H${at}`, "Met");
        return Date.now();
      }, row);
      times.push((await painted) - typed - DEBOUNCE_MILLISECONDS);
    }
    return times;
  } finally {
    await browser.close();
  }
}

/** Rows of the first items in a new checklist. */
async function firstRows(count: number): Promise<number[]> {
  const host = installExcel();
  const book = openExcel(EDITIONS);
  await book.build(blueprint(checklist31, blankInputs(checklist31)));
  if (host.unknown.length > 0) throw new Error("The checklist was not built.");
  const snapshot = await book.snapshot();
  if (!snapshot) throw new Error("There is no checklist.");
  return report(EDITIONS, snapshot)
    .items.slice(0, count)
    .map((item) => item.place?.row ?? 0);
}
