/** Prints what the Excel add-in costs; run by `npm run bench`. */

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { it } from "vitest";
import { buildProfile, excelCosts, paintTimes } from "./figures.ts";

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

it("the Excel add-in", async () => {
  for (const { what, requests, actions, bytesUp, bytesDown } of await excelCosts()) {
    console.log(
      `Excel: ${what}: ${requests} requests, ${actions} actions, ${kilobytes(bytesUp)} up, ${kilobytes(bytesDown)} down`,
    );
  }
  for (const { purpose, bytes, objects } of await buildProfile()) {
    console.log(
      `Excel: of a build: ${purpose}: ${kilobytes(bytes)}, ${Math.round(objects)} objects`,
    );
  }
  const times = (await paintTimes(15)).sort((a, b) => a - b);
  console.log(
    `Excel: edit to painted panel: median ${times[Math.floor(times.length / 2)]} ms of ${times.length}`,
  );
  const folder = join(import.meta.dirname, "../../dist/addin");
  const page = readFileSync(join(folder, "taskpane.html"), "utf8");
  const pane = join(folder, /taskpane-\w+\.js/.exec(page)?.[0] ?? "");
  console.log(`Excel: taskpane.js ${kilobytes(statSync(pane).size)} before compression`);
});
