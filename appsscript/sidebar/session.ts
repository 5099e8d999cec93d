/** Lets the panel speak with the script: its wishes become calls, and what is polled becomes its state. */

import { BUILT_IN, builtIn } from "../../core/checklist/built-in.ts";
import type { ItemId } from "../../core/checklist/domain.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import type { Report } from "../../core/report/report.ts";
import type { Place } from "../../core/workbook/issues.ts";
import type { PanelHost, PanelState } from "../../panel/types.ts";
import { SIDEBAR_TEXT } from "../words.ts";
import type { Script } from "./calls.ts";
import { newRhythm, type Rhythm, type Timers } from "./rhythm.ts";
import { newStepHost } from "./steps.ts";

/** So many polls in a row fail before the report gives way to the failure. */
const PATIENCE = 3;

export interface Session {
  readonly host: PanelHost;
  readonly rhythm: Rhythm;
}

export function newSession(
  script: Script,
  show: (state: PanelState) => void,
  timers: Timers,
  memory?: PanelHost["memory"],
): Session {
  let hash = "";
  let report: Report | null = null;
  let checklist: Checklist | null = null;
  /** The last one that a spreadsheet brought along. */
  let own: { readonly hash: string; readonly checklist: Checklist } | null = null;
  let selected: ItemId | null = null;
  let isBuilding = false;
  let failures = 0;

  const showReport = () => {
    if (!report) return;
    if (checklist) show({ kind: "report", report, checklist, selected });
    else show({ kind: "failed", message: SIDEBAR_TEXT.checklistUnknown, remedy: again });
  };
  const checklistOf = async ({ checklist: version }: Report, carried: string | null) => {
    if (carried === null) return builtIn(version);
    if (own?.hash !== carried) own = { hash: carried, checklist: await script.ownChecklist() };
    return own.checklist;
  };
  const ask = async (): Promise<boolean> => {
    try {
      const polled = await script.poll(hash);
      const wasFailed = failures >= PATIENCE;
      failures = 0;
      const item = polled.selected && report ? itemAt(report, polled.selected) : null;
      if (polled.kind === "same") {
        const isMoved = item !== null && item !== selected;
        if (isMoved) selected = item;
        if ((isMoved || wasFailed) && !isBuilding) showReport();
        return isMoved;
      }
      // First, because a call that fails shall be made again.
      const found =
        polled.kind === "report" ? await checklistOf(polled.report, polled.carried) : null;
      hash = polled.hash;
      if (isBuilding) return true;
      if (polled.kind === "empty") {
        report = null;
        show({ kind: "empty" });
        return true;
      }
      if (polled.kind === "unread") {
        report = null;
        show({ kind: "failed", message: polled.message, remedy: again });
        return true;
      }
      checklist = found;
      report = polled.report;
      selected = (polled.selected && itemAt(report, polled.selected)) ?? selected;
      showReport();
      return true;
    } catch (error) {
      failures += 1;
      if (failures >= PATIENCE || (!report && !isBuilding)) {
        show({ kind: "failed", message: messageOf(error), remedy: again });
      }
      return false;
    }
  };
  const rhythm = newRhythm(ask, timers);
  const again = {
    label: SIDEBAR_TEXT.tryAgain,
    act: () => {
      hash = "";
      show({ kind: "starting" });
      void rhythm.now();
    },
  };
  const host: PanelHost = {
    words: { workbook: SIDEBAR_TEXT.workbook, program: SIDEBAR_TEXT.program },
    checklists: BUILT_IN,
    newChecklist: async (wish) => {
      isBuilding = true;
      show({ kind: "working", message: SIDEBAR_TEXT.building, fraction: 0, cancel: null });
      try {
        await script.newChecklist(wish);
      } catch (error) {
        show({ kind: "empty" });
        throw error;
      } finally {
        isBuilding = false;
        hash = "";
      }
      await rhythm.now();
    },
    answer: async (id, side, answer) => {
      await script.answer(id, side, answer);
      await rhythm.now();
    },
    write: async (id, field, text) => {
      await script.write(id, field, text);
      await rhythm.now();
    },
    goTo: async (place) => {
      await script.goTo(place);
      rhythm.stir();
    },
    refresh: async () => {
      hash = "";
      await rhythm.now();
      // A poll that was answered left another.
      return hash !== "";
    },
    steps: newStepHost(script, async () => {
      hash = "";
      await rhythm.now();
    }),
    ...(memory ? { memory } : {}),
  };
  return { host, rhythm };
}

function itemAt(report: Report, place: Place): ItemId | null {
  const item = report.items.find(
    (entry) => entry.place?.sheet === place.sheet && entry.place.row === place.row,
  );
  return item?.id ?? null;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
