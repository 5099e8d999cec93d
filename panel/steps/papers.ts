/** The audit summary and the final report: saved as a page or a workbook, or copied as text; and the sign-off. */

import { advise } from "../../core/audit/advice.ts";
import { isoDate } from "../../core/audit/dates.ts";
import type { IsoDate } from "../../core/checklist/domain.ts";
import type { Checklist } from "../../core/checklist/types.ts";
import {
  auditSummary,
  finalRefusal,
  finalReport,
  summaryRefusal,
} from "../../core/papers/summary.ts";
import type { Paper } from "../../core/papers/types.ts";
import type { Report } from "../../core/report/report.ts";
import { PAPER_TEXT } from "../../core/words/papers.ts";
import type { MaybePromise } from "../../core/workbook/port.ts";
import type { Context } from "../context.ts";
import { type Child, h, type View } from "../dom.ts";
import type { FileHost, StepHost } from "../types.ts";
import { blockHead } from "../views/parts.ts";
import { dayText, figure } from "../words/numbers.ts";
import { FILE_NAMES, STEPS_TEXT, PAPER_STEP_TEXT as TEXT } from "../words/steps.ts";
import { savePage, saveSheet } from "./files.ts";
import { leftUndone, summaryState } from "./model.ts";
import { paperText } from "./paper-text.ts";
import { actionButton, cellButton, copyable, outcome } from "./parts.ts";

interface PaperKind {
  readonly name: "summary" | "final";
  readonly refusal: (report: Report) => string | null;
  readonly make: (checklist: Checklist, report: Report) => Paper;
  readonly file: (partner: string) => string;
  /** What has to be on record before the paper is made. */
  readonly before: () => MaybePromise<void>;
  /** What to look at before the paper is sent. */
  readonly remarks: (report: Report, today: IsoDate) => readonly string[];
}

const summaryKind = (host: StepHost): PaperKind => ({
  name: "summary",
  refusal: summaryRefusal,
  make: auditSummary,
  file: FILE_NAMES.summary,
  before: () => host.recordSummary(),
  remarks: () => [],
});

const FINAL: PaperKind = {
  name: "final",
  refusal: finalRefusal,
  make: finalReport,
  file: FILE_NAMES.final,
  before: () => undefined,
  remarks: (report, today) => {
    const left = leftUndone(report, "report", today);
    return left.length === 0 ? [] : [TEXT.beforeSending, ...left];
  },
};

export const summaryActions = (context: Context, host: StepHost, primary: boolean): Child[] =>
  paperActions(context, host.files, summaryKind(host), primary);
export const finalActions = (context: Context, host: StepHost, primary: boolean): Child[] =>
  paperActions(context, host.files, FINAL, primary);

function paperActions(
  context: Context,
  files: FileHost | undefined,
  kind: PaperKind,
  primary: boolean,
): Child[] {
  const refusal = kind.refusal(context.report);
  if (refusal !== null) return [h("p", { key: "refusal" }, refusal)];
  if (!files) return copyActions(context, kind, primary);
  const { draw } = files;
  const button = (
    as: "html" | "xlsx",
    isFirst: boolean,
    save: (name: string, paper: Paper) => Promise<string>,
  ) =>
    actionButton(context, {
      name: `${kind.name}-${as}`,
      label: TEXT[as],
      primary: isFirst,
      spoken: `${TEXT[kind.name]}: ${TEXT[as]}`,
      act: async () => {
        await kind.before();
        // The paper says what was recorded, not what the panel showed before somebody else's last answer.
        const report = await context.fresh();
        const late = kind.refusal(report);
        if (late !== null) throw new Error(late);
        const saved = await save(kind.file(report.partner), kind.make(context.checklist, report));
        return [saved, ...kind.remarks(report, context.today)].join(" ");
      },
    });
  return [
    h(
      "div",
      { key: `${kind.name} buttons`, class: "buttons" },
      button("html", primary, (name, paper) => savePage(files, name, paper)),
      draw ? button("xlsx", false, (name, paper) => saveSheet(files, draw, name, paper)) : null,
    ),
    outcome(context, `${kind.name}-html`, `${kind.name}-xlsx`),
  ];
}

/** Where nothing can be saved; the summary is recorded by a button of its own. */
function copyActions(context: Context, kind: PaperKind, primary: boolean): Child[] {
  const remarks = kind.remarks(context.report, context.today);
  return [
    kind.name === "final"
      ? null
      : h(
          "div",
          { key: "record", class: "buttons" },
          actionButton(context, {
            name: "record",
            label: TEXT.record,
            primary,
            act: async () => {
              await kind.before();
              return TEXT.recorded;
            },
          }),
        ),
    outcome(context, "record"),
    h("p", { key: "no-files", class: "hint" }, STEPS_TEXT.noFiles),
    remarks.length === 0 ? null : h("p", { key: "remarks" }, remarks.join(" ")),
    copyable(
      context,
      kind.name,
      TEXT.textOf[kind.name],
      paperText(kind.make(context.checklist, context.report)),
      6,
    ),
  ];
}

/** Points and what stands between them and a Pass, as the summary says it. */
export function standing({ checklist, report }: Context): string[] {
  const { preliminary } = report;
  const advice = advise(checklist, report, "final");
  const between =
    advice.kind === "passed"
      ? []
      : [
          advice.kind === "way"
            ? PAPER_TEXT.way(advice, checklist.pass)
            : PAPER_TEXT.change(advice),
        ];
  return [PAPER_TEXT.standing(checklist, preliminary.total), ...between];
}

export function validatedText({ report }: Context): string {
  const { answered, unanswered } = report.preliminary;
  return TEXT.validated(answered, answered + unanswered);
}

/** Whether there is a summary, and whether it still says what the answers make. */
export function summaryLine({ report, today }: Context): string | null {
  const { summary, phase, deadlines } = report;
  if (summary === null) {
    return deadlines.summaryOn === null || phase !== "audit"
      ? null
      : TEXT.summaryDue(dayText(deadlines.summaryOn, today));
  }
  const [on, points] = [dayText(summary.on, today), figure(summary.total)];
  if (summaryState(report) === "current") return TEXT.summaryDone(on, points);
  return phase === "audit" ? TEXT.summaryOld(on, points) : TEXT.summaryKept(on, points);
}

export function summaryBlock(context: Context, host: StepHost, primary: boolean): View {
  const line = summaryLine(context);
  return h(
    "section",
    { key: "summary", class: "block" },
    blockHead(TEXT.summary),
    line === null ? null : h("p", { key: "line" }, line),
    ...summaryActions(context, host, primary),
  );
}

export function finalBlock(context: Context, host: StepHost, ...lines: Child[]): View {
  return h(
    "section",
    { key: "final", class: "block" },
    blockHead(TEXT.final),
    ...lines,
    ...finalActions(context, host, false),
  );
}

export function signOffBlock(context: Context): View {
  const { people } = context.report.profile;
  const entries = {
    name: people.Sign_Off_Name ?? "",
    firm: people.Sign_Off_Firm ?? "",
    on: people.Sign_Off_On ?? "",
  };
  const blank = (["name", "firm", "on"] as const).filter((part) => entries[part] === "");
  const on = isoDate(entries.on);
  const day = on === null ? entries.on : dayText(on, context.today);
  const missing = blank.map((part) => TEXT.signOffWords[part]).join(", ");
  const cells = { name: "Sign_Off_Name", firm: "Sign_Off_Firm", on: "Sign_Off_On" } as const;
  const first = blank[0];
  return h(
    "section",
    { key: "signOff", class: "block" },
    blockHead(TEXT.signOff),
    h(
      "p",
      {},
      blank.length === 3
        ? TEXT.notSigned
        : [
            TEXT.signedOff(entries.name, entries.firm, day),
            blank.length === 0 ? null : ` ${TEXT.partlySigned(missing)}`,
          ],
      " ",
      first === undefined ? null : cellButton(context, context.report.places[cells[first]]),
    ),
  );
}
