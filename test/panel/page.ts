/** The panel in a bare page: a host that records what it is asked, and answers as the test says. */

import { BUILT_IN } from "../../core/checklist/built-in.ts";
import type { IsoDate, ItemId } from "../../core/checklist/domain.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { Report } from "../../core/report/report.ts";
import { h, patch } from "../../panel/dom.ts";
import { mountPanel } from "../../panel/panel.ts";
import type {
  FileHost,
  Layout,
  MailHost,
  PanelHost,
  PanelState,
  StepHost,
} from "../../panel/types.ts";
import { WIDE } from "../../panel/wide/page.ts";

export interface PanelTest {
  show(state: PanelState): void;
  /** Shows a report of the built-in checklist. */
  showReport(report: Report, selected: ItemId | null): void;
  /** Gives the panel a page of its own, or takes it away. */
  lay(layout: Layout): void;
  /** Shows long work or a failure with buttons that are recorded. */
  showWorking(message: string, fraction: number): void;
  showFailed(message: string, remedy: string): void;
  readonly calls: unknown[][];
  /** What views are made of, for elements that no view of the panel has yet. */
  readonly dom: { readonly h: typeof h; readonly patch: typeof patch };
  /** The sentence with which the host refuses everything; null while it obeys. */
  refusal: string | null;
  /** Says what the host is able to do. */
  can(what: "steps" | "files" | "mail", able: boolean): void;
  /** What a look at the mail finds. */
  look: { file: string; bytes: number; quota: number };
  /** The size of the workbook that is attached to a draft. */
  workbookBytes: number;
  readonly saved: { name: string; type: string; text: string }[];
  /** What a refresh finds, where it is not what was shown last. */
  anew: Report | null;
  /** Whether a refresh can read; else it has to wait. */
  reads: boolean;
}

declare global {
  interface Window {
    panelTest: PanelTest;
  }
}

const calls: unknown[][] = [];
const kept = new Map<string, string>();

function told(...call: unknown[]): Promise<void> {
  calls.push(call);
  const { refusal } = window.panelTest;
  return refusal === null ? Promise.resolve() : Promise.reject(new Error(refusal));
}

const files: FileHost = {
  workbook: async () => {
    await told("workbook");
    const bytes = new Uint8Array(window.panelTest.workbookBytes);
    return { name: "Kestrel MSP.xlsx", type: "application/x-test", bytes };
  },
  draw: async (blueprint) => {
    await told(
      "draw",
      blueprint.sheets.map((sheet) => sheet.name),
    );
    return new Uint8Array([80, 75]);
  },
  save: async ({ name, type, bytes }) => {
    await told("save", name, type);
    window.panelTest.saved.push({ name, type, text: new TextDecoder().decode(bytes) });
  },
};
const mail: MailHost = {
  look: async () => {
    await told("look");
    return window.panelTest.look;
  },
  send: (letter) => told("send", letter),
};
type Changeable<T> = { -readonly [K in keyof T]: T[K] };
const steps: Changeable<StepHost> = {
  movePhase: (to, reason) => told("movePhase", to, reason),
  handOver: () => told("handOver"),
  recordSummary: () => told("recordSummary"),
  sealNow: () => told("sealNow"),
  files,
};
const host: Changeable<PanelHost> = {
  words: { workbook: "workbook", program: "Excel" },
  checklists: BUILT_IN,
  newChecklist: (wish) => told("newChecklist", wish),
  answer: (...answer) => told("answer", ...answer),
  answerAll: (...answers) => told("answerAll", ...answers),
  turn: (view) => calls.push(["turn", view]),
  print: (view) => calls.push(["print", view]),
  write: (...text) => told("write", ...text),
  goTo: (place) => told("goTo", place),
  refresh: async () => {
    await told("refresh");
    const { anew, reads } = window.panelTest;
    if (anew) panel.show(stateOf(anew, null));
    return reads;
  },
  steps,
  memory: { get: (key) => kept.get(key) ?? null, set: (key, value) => kept.set(key, value) },
};

/** Of the report as a host would show it. */
const stateOf = (report: Report, selected: ItemId | null): PanelState => ({
  kind: "report",
  report,
  checklist: checklist31,
  selected,
});

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");
const panel = mountPanel(root, host, { today: () => "2026-03-13" as IsoDate, wide: WIDE });

window.panelTest = {
  show: (state) => panel.show(state),
  lay: (layout) => panel.lay(layout),
  showReport: (report, selected) => panel.show(stateOf(report, selected)),
  reads: true,
  showWorking: (message, fraction) =>
    panel.show({ kind: "working", message, fraction, cancel: () => calls.push(["cancel"]) }),
  showFailed: (message, remedy) =>
    panel.show({
      kind: "failed",
      message,
      remedy: { label: remedy, act: () => calls.push(["remedy"]) },
    }),
  calls,
  dom: { h, patch },
  refusal: null,
  can: (what, able) => {
    if (what === "steps") {
      if (able) host.steps = steps;
      else delete host.steps;
    } else if (what === "files") {
      if (able) steps.files = files;
      else delete steps.files;
    } else if (able) steps.mail = mail;
    else delete steps.mail;
  },
  look: { file: "Kestrel MSP.xlsx", bytes: 86_000, quota: 99 },
  workbookBytes: 86_000,
  saved: [],
  anew: null,
};
