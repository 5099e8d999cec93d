/** `npm run bench`: measures what the README and notes say of speed and size, and prints a table. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { evaluate } from "../../core/audit/evaluate.ts";
import { type ScoringRow, scoreItems } from "../../core/audit/score.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { STORY_31 } from "../../core/checklist/v3.1/example.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { exampleInputs } from "../../core/workbook/example.ts";
import { HostError } from "../../core/workbook/port.ts";
import { newXlsx, openXlsx } from "../../xlsx/workbook.ts";
import { tiny } from "../xlsx/tiny.ts";
import { writeWithExcelJs } from "./exceljs-peer.ts";
import { measure, measureSync, shown } from "./measure.ts";

const rows: string[][] = [["what", "median", "fastest", "slowest", "against"]];
const add = (what: string, measured: ReturnType<typeof measureSync>, against = ""): void => {
  rows.push([
    what,
    shown(measured.median),
    shown(measured.fastest),
    shown(measured.slowest),
    against,
  ]);
};
const ratio = (own: number, peer: number): string =>
  `exceljs ${shown(peer)}, ${(peer / own).toFixed(1)} times as long`;

const inputs = exampleInputs(checklist31, STORY_31);
const scored = evaluate(checklist31, inputs).items;
for (const count of [97, 1_000, 10_000]) {
  const many: ScoringRow[] = Array.from(
    { length: count },
    (_, index) => scored[index % scored.length] as ScoringRow,
  );
  add(
    `rescore ${count} items`,
    measureSync(() => scoreItems(checklist31, many, false), 15, Math.ceil(200_000 / count)),
  );
}
add(
  "evaluate all entries",
  measureSync(() => evaluate(checklist31, inputs), 15, 200),
);

const plan = blueprint(checklist31, inputs);
add(
  "draw the blueprint",
  measureSync(() => blueprint(checklist31, inputs), 15),
);
const make = async (): Promise<Uint8Array> => {
  const workbook = newXlsx(EDITIONS);
  await workbook.build(plan);
  return workbook.bytes();
};
const bytes = await make();
const peerBytes = await writeWithExcelJs(plan);
const own = await measure(make, 15);
const peer = await measure(() => writeWithExcelJs(plan), 15);
add("write the workbook from its blueprint", own, ratio(own.median, peer.median));
const whole = await measure(async () => {
  const workbook = newXlsx(EDITIONS);
  await workbook.build(blueprint(checklist31, blankInputs(checklist31)));
  return workbook.bytes();
}, 15);
add("make a workbook, blueprint and all", whole);

const ownRead = await measure(() => openXlsx(EDITIONS, bytes).snapshot(), 15);
const peerRead = await measure(async () => {
  await new ExcelJS.Workbook().xlsx.load(bytes.slice().buffer);
}, 15);
add("read one workbook", ownRead, ratio(ownRead.median, peerRead.median));
const snapshot = openXlsx(EDITIONS, bytes).snapshot();
if (!snapshot) throw new Error("The workbook that was just made holds no checklist.");
add(
  "report on a snapshot",
  measureSync(() => report(EDITIONS, snapshot), 15),
);

/** Each is refused by a sentence; what counts is that it costs next to nothing. */
const hostile: Readonly<Record<string, Uint8Array>> = {
  // In a part that is read: pictures are never unpacked.
  "a zip bomb": tiny({ more: { "xl/worksheets/sheet1.xml": "0".repeat(200_000_000) } }),
  "a far cell": tiny({
    sheets: {
      Checklist: '<sheetData><row r="1040000"><c r="A1040000"><v>1</v></c></row></sheetData>',
    },
  }),
  "a name over all cells": tiny({
    names: { Item_Id: "Checklist!$A$1:$XFD$1048576", Self_Answer: "Checklist!$A$1:$XFD$1048576" },
  }),
  "entity tricks": tiny({
    more: {
      "xl/worksheets/sheet1.xml":
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>',
    },
  }),
};
for (const [what, file] of Object.entries(hostile)) {
  const refuse = (): void => {
    try {
      openXlsx(EDITIONS, file).snapshot();
    } catch (error) {
      if (error instanceof HostError) return;
      throw error;
    }
    throw new Error(`${what} was not refused.`);
  };
  add(`refuse ${what}`, measureSync(refuse, 5), "target 2 s");
}

const folder = mkdtempSync(join(tmpdir(), "msp-bench-"));
try {
  const files = Array.from({ length: 300 }, (_, index) => join(folder, `partner ${index}.xlsx`));
  for (const file of files) writeFileSync(file, bytes);
  const command = (args: readonly string[]) => {
    const run = spawnSync(process.execPath, [join(import.meta.dirname, "cli.mjs"), ...args], {
      stdio: "pipe",
    });
    if (run.status === 2) throw new Error(String(run.stderr));
  };
  const one = files[0] ?? "";
  add(
    "command: score one file",
    measureSync(() => command(["score", one, "--json"]), 5),
  );
  add(
    `command: score 300 files, ${availableParallelism()} cores`,
    measureSync(() => command(["score", ...files, "--json"]), 3),
  );
  add(
    "command: new",
    measureSync(() => command(["new", join(folder, "new.xlsx"), "--force"]), 5),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const size = (count: number): string => `${(count / 1000).toFixed(1)} kB`;
rows.push([
  "size of the workbook",
  size(bytes.length),
  "",
  "",
  `exceljs ${size(peerBytes.length)}`,
]);
rows.push([
  "size of dist/cli.mjs",
  size(statSync(join(import.meta.dirname, "cli.mjs")).size),
  "",
  "",
  "",
]);
const widths =
  rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
console.log(`Node ${process.version}, ${availableParallelism()} cores`);
for (const row of rows) {
  console.log(
    row
      .map((cell, column) =>
        column === 0 || column === 4
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}
