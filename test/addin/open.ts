/** A session over the test host, with everything that it shows kept for the test. */

import { afterEach, expect } from "vitest";
import { newSession, type Session } from "../../addin/session.ts";
import { type ExcelWorkbook, openExcel } from "../../addin/workbook.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { Report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import type { PanelState } from "../../panel/types.ts";
import type { ExcelHost } from "../fakes/excel/host.ts";
import { installExcel } from "../fakes/excel/install.ts";

export interface Opened {
  readonly session: Session;
  readonly book: ExcelWorkbook;
  readonly states: PanelState[];
  /** What is shown now. */
  readonly last: () => PanelState;
  /** The report that is shown; throws where another thing is. */
  readonly report: () => Report;
  /** The sentence of the failure that is shown; throws where another thing is. */
  readonly sentence: () => string;
}

/** A panel of its own on the workbook that is open. */
export async function openSession(): Promise<Opened> {
  const book = openExcel(EDITIONS);
  const states: PanelState[] = [];
  const session = newSession(book, EDITIONS, (state) => states.push(state));
  const last = (): PanelState => states[states.length - 1] ?? { kind: "starting" };
  await session.start();
  return {
    session,
    book,
    states,
    last,
    report: () => {
      const state = last();
      if (state.kind !== "report")
        throw new Error(`A ${state.kind} is shown: ${JSON.stringify(state).slice(0, 300)}`);
      return state.report;
    },
    sentence: () => {
      const state = last();
      if (state.kind !== "failed") throw new Error(`A ${state.kind} is shown.`);
      return state.message;
    },
  };
}

/** Opens panels that are closed after each test; a member that the host does not know fails it. */
export function panels(host: () => ExcelHost): () => Promise<Opened> {
  const opened: Opened[] = [];
  afterEach(() => {
    for (const panel of opened.splice(0)) panel.session.stop();
    expect(host().unknown).toEqual([]);
  });
  return async () => {
    const panel = await openSession();
    opened.push(panel);
    return panel;
  };
}

/** The row of an item, as the panel reports it. */
export function rowOf(panel: Opened, item: string): number {
  const place = panel.report().items.find((entry) => entry.id === item)?.place;
  if (!place) throw new Error(`${item} has no row`);
  return place.row;
}

/** A host with a new checklist in it. */
export async function builtHost(): Promise<ExcelHost> {
  const host = installExcel();
  await openExcel(EDITIONS).build(blueprint(checklist31, blankInputs(checklist31)));
  return host;
}

/** Waits until a condition holds. */
export async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const QUIET_MILLISECONDS = 1_000;

/** Waits until the host has been asked nothing for a while; what came late belongs to what went before. */
export async function quiet(host: ExcelHost): Promise<void> {
  let { requests } = host.figures;
  let since = Date.now();
  await until(() => {
    if (host.figures.requests !== requests) {
      requests = host.figures.requests;
      since = Date.now();
    }
    return Date.now() - since > QUIET_MILLISECONDS;
  });
}
