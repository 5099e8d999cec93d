/** What it takes Google's processor to begin: compiling the script, and what runs before the first call of a service. */

import { readFileSync } from "node:fs";
import vm from "node:vm";
import { bookOf } from "../fakes/sheets/book.ts";
import { rangeOf } from "../fakes/sheets/range.ts";
import { BUNDLE, ONLY_2019 } from "../fakes/sheets/script.ts";
import { AUTH_MODES, services } from "../fakes/sheets/services.ts";
import { builtHost } from "./sheets.ts";

const ROUNDS = 15;

/** Medians, in milliseconds of processor time. */
export interface Load {
  readonly compile: number;
  /** Above compiling, up to the first call. */
  readonly trigger: number;
  /** The same trigger to its end, the spreadsheet's own part included. */
  readonly edit: number;
}

const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export function triggerLoad(): Load {
  const { world } = builtHost();
  const text = readFileSync(BUNDLE, "utf8");
  const area = { row: 5, column: 8, rows: 1, columns: 1 };
  const event = {
    authMode: AUTH_MODES.LIMITED,
    source: bookOf(world),
    range: rangeOf(world, world.sheetNamed("Checklist"), area),
  };
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const context = vm.createContext(Object.assign(Object.create(null), services(world)));
    vm.runInContext(ONLY_2019, context);
    const start = used();
    // Different each time, so that nothing is kept from the last.
    const script = new vm.Script(`${text}\n// ${round}`);
    const compiled = used();
    let first = 0;
    world.interrupt = () => {
      first ||= used();
    };
    world.mode = "TRIGGER";
    world.clock = 0;
    script.runInContext(context);
    vm.runInContext("onEdit", context)(event);
    world.interrupt = null;
    return { compile: compiled - start, trigger: first - compiled, edit: used() - compiled };
  });
  return {
    compile: median(rounds.map(({ compile }) => compile)),
    trigger: median(rounds.map(({ trigger }) => trigger)),
    edit: median(rounds.map(({ edit }) => edit)),
  };
}
