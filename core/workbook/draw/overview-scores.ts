/** The three scores with their verdicts, and below them the sections and the total. */

import type { ItemResult } from "../../audit/evaluate.ts";
import { PHASE_WORDS } from "../../audit/phases.ts";
import type { Score, Verdict } from "../../audit/score.ts";
import { VERDICT_WORDS } from "../../words/en.ts";
import { COLOR_KEY, OVERVIEW, PARTNER_UNNAMED, workbookTitle } from "../../words/sheets.ts";
import { cellAddress } from "../a1.ts";
import { area } from "../area.ts";
import type { CellValue } from "../port.ts";
import type { SheetBuilder } from "./builder.ts";
import type { DrawContext } from "./context.ts";
import { wrapText } from "./measure.ts";
import {
  A,
  AUDITED,
  answered,
  B,
  C,
  CHECK_ROW,
  count,
  D,
  E,
  F,
  FIRST_SECTION,
  frameOf,
  G,
  H,
  header,
  I,
  inState,
  isValidating,
  lift,
  M,
  missed,
  ofKind,
  ofMandatory,
  PHASE_CELL,
  SCORE_ROW,
  SECTION_HEADER,
  unansweredSum,
  VALIDATING,
  WIDTHS,
} from "./overview-frame.ts";
import { phasesBefore } from "./phases.ts";
import { COLORS, RULE_LOOKS } from "./styles.ts";

export function drawTitle(sheet: SheetBuilder, { checklist, inputs }: DrawContext): void {
  sheet.rowHeights.set(1, 24);
  sheet.put(1, A, workbookTitle(checklist), "title");
  const start = PHASE_WORDS.selfAssessment;
  const partner = inputs.partner === "" ? PARTNER_UNNAMED : inputs.partner;
  sheet.calc(
    2,
    A,
    `IF(Partner_Name="","${PARTNER_UNNAMED}",Partner_Name)&".  Phase: "&IF(Phase="","${start}",Phase)&".  ${COLOR_KEY}"`,
    `${partner}.  Phase: ${PHASE_WORDS[inputs.phase]}.  ${COLOR_KEY}`,
    "note",
  );
  sheet.name("Overview_Subtitle", area(2, A));
}

/** Twin: audit/score.ts#scoreItems */
export function drawScores(
  sheet: SheetBuilder,
  { checklist, evaluation, format }: DrawContext,
): void {
  const { pass } = checklist;
  const { total: totalRow } = frameOf(checklist);
  header(
    sheet,
    4,
    A,
    H,
    {
      [A]: OVERVIEW.score,
      [C]: OVERVIEW.answered,
      [D]: OVERVIEW.verdict,
      [E]: OVERVIEW.total,
      [F]: OVERVIEW.toPass(checklist),
      [G]: OVERVIEW.atMost,
      [H]: OVERVIEW.notMet,
    },
    [C, E, F, G, H],
  );
  sheet.put(4, I, null, "header");
  const { scores } = evaluation;
  const says = (verdict: Verdict) => `"${VERDICT_WORDS[verdict]}"`;
  const [passes, fails] = [says("pass"), says("fail")];
  const [goesOn, plans] = [says("inProgress"), says("actionPlan")];
  const draw = (
    row: number,
    label: string,
    prefix: "Self" | "Auditor" | "Final",
    score: Score,
    formulas: {
      readonly answered: string;
      readonly ceiling: string;
      readonly notMet: string;
      readonly verdict: string;
    },
  ) => {
    sheet.put(row, A, label, "label");
    sheet.put(row, B, null, "label");
    sheet.calc(row, C, formulas.answered, score.answered, "figure");
    sheet.calc(row, D, formulas.verdict, VERDICT_WORDS[score.verdict], "verdict");
    sheet.calc(row, E, `${prefix}_Total`, score.total, "figureBold");
    sheet.calc(
      row,
      F,
      `MAX(0,${pass}-${cellAddress(row, E)})`,
      Math.max(0, pass - score.total),
      "figure",
    );
    sheet.calc(row, G, formulas.ceiling, score.ceiling, "figure");
    sheet.calc(row, H, formulas.notMet, score.notMet, "count");
    sheet.put(row, I, null, "figure");
    sheet.name(`${prefix}_Answered`, area(row, C));
    sheet.name(`${prefix}_Verdict`, area(row, D));
    sheet.name(`${prefix}_Ceiling`, area(row, G));
  };
  for (const [row, label, who, score] of [
    [SCORE_ROW.self, OVERVIEW.self, "Self", scores.self],
    [SCORE_ROW.preliminary, OVERVIEW.preliminary, "Auditor", scores.preliminary],
  ] as const) {
    const mandatory = count(AUDITED, missed(who), ofMandatory(format));
    const total = `${who}_Total`;
    draw(row, label, who, score, {
      answered: answered(who),
      ceiling: `${total}+${unansweredSum("Item_Add", who)}`,
      notMet: count(AUDITED, missed(who)),
      verdict: `IF(${who}_Ceiling<${pass},${fails},IF(${mandatory}>0,${fails},IF(${count(AUDITED)}-${who}_Answered>0,${goesOn},IF(${total}>=${pass},${passes},${fails}))))`,
    });
  }
  const row = SCORE_ROW.final;
  const open = count(ofKind("mandatory"), inState("open"));
  const planned = count(ofKind("mandatory"), inState("planned"));
  const closed = PHASE_WORDS.closed;
  draw(row, OVERVIEW.final, "Final", scores.final, {
    answered: answered("Auditor"),
    ceiling: `Final_Total+${unansweredSum("Item_Add", "Auditor")}+${lift("planned")}+IF(Phase="${closed}",0,${lift("open")})`,
    notMet: `${count(AUDITED, missed("Auditor"))}-${count(inState("closed"))}`,
    verdict: `IF(Final_Ceiling<${pass},${fails},IF(${count(AUDITED)}-Final_Answered>0,${goesOn},IF(AND(Final_Total>=${pass},${open}+${planned}=0),${passes},IF(Phase<>"${closed}",${goesOn},IF(AND(${open}=0,${planned}>0,Final_Total+${lift("planned")}>=${pass}),${plans},${fails})))))`,
  });
  const first = SCORE_ROW.self;
  sheet.name("Overview_Scores", area(first, A, 3, H));
  const verdicts = [area(first, D, 3)];
  const own = cellAddress(first, D);
  sheet.color(verdicts, `${own}="${VERDICT_WORDS.pass}"`, RULE_LOOKS.met);
  sheet.color(verdicts, `${own}="${VERDICT_WORDS.fail}"`, RULE_LOOKS.notMet);
  // With the results of the checks, so that what needs a look is one rule.
  const warnings = [
    VERDICT_WORDS.actionPlan,
    OVERVIEW.otherSum(checklist),
    OVERVIEW.otherCount(checklist),
    OVERVIEW.openNotMetNote(format),
  ];
  sheet.color(
    [...verdicts, area(CHECK_ROW.points, M, 3)],
    `OR(${warnings.map((word) => `${own}="${word}"`).join(",")})`,
    RULE_LOOKS.amber,
  );
  const figures = area(FIRST_SECTION, E, totalRow - FIRST_SECTION + 1, 3);
  const totals = area(SCORE_ROW.self, E, 3);
  sheet.color([totals, figures], `${cellAddress(SCORE_ROW.self, E)}<0`, RULE_LOOKS.negative);
  // Until something can be closed, the final score says nothing of its own.
  const early = phasesBefore("Closed_On").map((phase) => `${PHASE_CELL}="${PHASE_WORDS[phase]}"`);
  sheet.color([area(row, A, 1, H)], `OR(${PHASE_CELL}="",${early.join(",")})`, RULE_LOOKS.muted);
}

/** Twin: audit/score.ts#scoreItems */
export function drawSections(
  sheet: SheetBuilder,
  { checklist, evaluation, inputs }: DrawContext,
): void {
  const { items, sections } = checklist;
  const { lastSection, total: totalRow } = frameOf(checklist);
  const validating = VALIDATING.includes(inputs.phase);
  header(sheet, SECTION_HEADER, A, C, { [A]: OVERVIEW.section, [C]: OVERVIEW.items }, [C]);
  header(
    sheet,
    SECTION_HEADER,
    E,
    I,
    {
      [E]: OVERVIEW.selfShort,
      [F]: OVERVIEW.preliminaryShort,
      [G]: OVERVIEW.finalShort,
      [H]: OVERVIEW.most,
      [I]: OVERVIEW.notMet,
    },
    [E, F, G, H, I],
  );
  // Who makes the progress depends on the phase.
  sheet.calc(
    SECTION_HEADER,
    D,
    `IF(${isValidating},"${OVERVIEW.validated}","${OVERVIEW.answered}")`,
    validating ? OVERVIEW.validated : OVERVIEW.answered,
    "headerRight",
  );
  const side = validating ? "auditor" : "self";
  const share = (rows: readonly ItemResult[]): CellValue => {
    const audited = rows.filter((row) => row.scope === "audited");
    if (audited.length === 0) return "";
    return audited.filter((row) => row[side] !== "unanswered").length / audited.length;
  };
  const notMet = (rows: readonly ItemResult[]) =>
    rows.filter((row) => row.scope === "audited" && row[side] === "notMet").length;
  const { scores } = evaluation;
  sections.forEach((section, index) => {
    const row = FIRST_SECTION + index;
    const key = `Item_Section,${cellAddress(row, A)}`;
    const rows = evaluation.items.filter((result) => result.section === section.id);
    sheet.put(row, A, Number(section.id), "sectionNumber");
    const fits = wrapText(section.title, (WIDTHS[B - 1] ?? 0) - 9, 11).length === 1;
    sheet.put(row, B, fits ? section.title : section.shortTitle, "sectionTitle");
    sheet.calc(row, C, count(key), section.items.length, "figure");
    const audited = count(key, AUDITED);
    sheet.calc(
      row,
      D,
      `IF(${audited}=0,"",IF(${isValidating},${answered("Auditor", key)},${answered("Self", key)})/${audited})`,
      share(rows),
      "share",
    );
    sheet.calc(
      row,
      E,
      `SUMIFS(Self_Points,${key})`,
      scores.self.sections[section.id] ?? 0,
      "figure",
    );
    sheet.calc(
      row,
      F,
      `SUMIFS(Auditor_Points,${key})`,
      scores.preliminary.sections[section.id] ?? 0,
      "figure",
    );
    sheet.calc(
      row,
      G,
      `SUMIFS(Final_Points,${key})`,
      scores.final.sections[section.id] ?? 0,
      "figure",
    );
    sheet.calc(
      row,
      H,
      `SUMIFS(Item_Add,${key})`,
      rows.reduce((sum, result) => sum + result.ifMet, 0),
      "figure",
    );
    const missedBy = (who: "Self" | "Auditor") => count(key, AUDITED, missed(who));
    sheet.calc(
      row,
      I,
      `IF(${isValidating},${missedBy("Auditor")},${missedBy("Self")})`,
      notMet(rows),
      "count",
    );
  });

  const block = (column: number) =>
    `${cellAddress(FIRST_SECTION, column)}:${cellAddress(lastSection, column)}`;
  sheet.put(totalRow, A, OVERVIEW.total, "totalLabel");
  sheet.put(totalRow, B, null, "totalLabel");
  sheet.calc(totalRow, C, `SUM(${block(C)})`, items.length, "total");
  sheet.calc(
    totalRow,
    D,
    `IF(${count(AUDITED)}=0,"",IF(${isValidating},${answered("Auditor")},${answered("Self")})/${count(AUDITED)})`,
    share(evaluation.items),
    "totalShare",
  );
  sheet.calc(totalRow, E, "SUM(Self_Sections)", scores.self.total, "total");
  sheet.calc(totalRow, F, "SUM(Auditor_Sections)", scores.preliminary.total, "total");
  sheet.calc(totalRow, G, "SUM(Final_Sections)", scores.final.total, "total");
  const most = evaluation.items.reduce((sum, result) => sum + result.ifMet, 0);
  sheet.calc(totalRow, H, `SUM(${block(H)})`, most, "total");
  sheet.calc(totalRow, I, `SUM(${block(I)})`, notMet(evaluation.items), "total");

  sheet.name("Overview_Sections", area(SECTION_HEADER, A, totalRow - SECTION_HEADER + 1, I));
  sheet.name("Section_Keys", area(FIRST_SECTION, A, sections.length));
  sheet.name("Self_Sections", area(FIRST_SECTION, E, sections.length));
  sheet.name("Auditor_Sections", area(FIRST_SECTION, F, sections.length));
  sheet.name("Final_Sections", area(FIRST_SECTION, G, sections.length));
  sheet.name("Self_Total", area(totalRow, E));
  sheet.name("Auditor_Total", area(totalRow, F));
  sheet.name("Final_Total", area(totalRow, G));
  sheet.bars.push({
    area: area(FIRST_SECTION, D, totalRow - FIRST_SECTION + 1),
    fill: COLORS.bar,
    edge: COLORS.barEdge,
    full: 1.45,
  });
}
