/** What the user of the command line asks for, kept as every host keeps it. */

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandNamed } from "../../cli/commands.ts";
import type { Terminal } from "../../cli/terminal.ts";
import { PHASE_WORDS } from "../../core/audit/phases.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { newXlsx, openXlsx } from "../../xlsx/workbook.ts";
import { describeEntering } from "../contract/enter-suite.ts";
import { newFolder } from "./run.ts";

const folder = newFolder();
const file = join(folder, "audit.xlsx");
const answers = join(folder, "answers.csv");
let told = "";

const terminal: Terminal = {
  cwd: folder,
  out: () => undefined,
  err: (text) => {
    told += text;
  },
  isWatched: false,
  ask: null,
  env: {},
  program: new URL("../../dist/cli.mjs", import.meta.url),
};

const WORDS = { met: "Met", notMet: "Not met", unanswered: "" } as const;

const ran = async (name: "fill" | "phase", ...args: string[]): Promise<void> => {
  told = "";
  const code = await commandNamed(name)(args, terminal);
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${told}`);
};

describeEntering("The command line", () => {
  rmSync(file, { force: true });
  return {
    build: (plan) => {
      const workbook = newXlsx(EDITIONS);
      workbook.build(plan);
      writeFileSync(file, workbook.bytes());
    },
    snapshot: () => openXlsx(EDITIONS, readFileSync(file)).snapshot(),
    answer: (item, side, answer) => {
      writeFileSync(answers, `id,answer\n${item},${WORDS[answer]}\n`);
      return ran("fill", file, "--as", side, "--answers", answers);
    },
    movePhase: (to, reason) => ran("phase", file, PHASE_WORDS[to], "--reason", reason),
    // Whoever names the column outright means it.
    closed: { told: () => told },
    tidies: "entries and steps",
  };
});
