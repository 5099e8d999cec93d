/** Audit summary and final report: complete, one page of safe HTML, and a sound workbook. */

import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../core/audit/evaluate.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import { PHASE_WORDS, PHASES } from "../../core/audit/phases.ts";
import { summaryRecord } from "../../core/audit/summary-record.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { paperHtml } from "../../core/papers/html.ts";
import { paperBlueprint } from "../../core/papers/sheet.ts";
import {
  auditSummary,
  finalRefusal,
  finalReport,
  summaryRefusal,
} from "../../core/papers/summary.ts";
import type { Paper } from "../../core/papers/types.ts";
import { report } from "../../core/report/report.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { newXlsx } from "../../xlsx/workbook.ts";
import { ACTIONS, day, READY } from "../core/ready.ts";
import { snapshotOf, withItem } from "../fakes/snapshot.ts";
import { howMany, someOf } from "../plan/how-many.ts";
import { lintXlsx } from "../xlsx/lint.ts";
import { expectSound } from "../xlsx/validate.ts";
import { HOSTILE } from "./hostile.ts";

const { items } = checklist31;

const summaryOf = (inputs: Inputs): Paper =>
  auditSummary(checklist31, report(EDITIONS, snapshotOf(inputs)));
const finalOf = (inputs: Inputs): Paper =>
  finalReport(checklist31, report(EDITIONS, snapshotOf(inputs)));
const block = (paper: Paper, heading: string) =>
  paper.blocks.find((entry) => entry.heading === heading);
const ids = (paper: Paper, heading: string) =>
  block(paper, heading)?.table?.rows.map((row) => row[0]);
const textOf = (paper: Paper): string => JSON.stringify(paper);

/** Every free text of the workbook says the same. */
function saying(text: string): Inputs {
  const named: Inputs = {
    ...ACTIONS,
    partner: text,
    people: {
      ...ACTIONS.people,
      People_Auditor: text,
      People_Audit_Firm: text,
      People_AWS_Contact: text,
      Sign_Off_Name: text,
      Sign_Off_Firm: text,
      Sign_Off_On: "2026-03-09",
    },
  };
  return items.reduce(
    (all, item) =>
      withItem(all, item.id, { note: text, closureEvidence: text, plan: text, owner: text }),
    named,
  );
}

describe("an audit summary", () => {
  const paper = summaryOf({ ...ACTIONS, phase: "audit", summaryReceivedOn: null });

  it("has what the programme asks for: strengths, opportunities, action items, preliminary score", () => {
    expect(ids(paper, "Strengths")).toEqual(["2.1"]);
    expect(ids(paper, "Opportunities for improvement")).toEqual(["2.2"]);
    expect(ids(paper, "Mandatory action items")).toEqual(["1.1", "8.1.9"]);
    expect(ids(paper, "Score-impacting action items")).toEqual(["1.4", "9.3.5"]);
    const rows = block(paper, "Preliminary score")?.table?.rows ?? [];
    expect(rows).toHaveLength(15);
    // 1000, less 2 times 200, less 20 and 40.
    expect(rows.at(-1)).toEqual(["", "Total", 97, 1000, 540, 1000]);
  });

  it("says the score as points, distance and way, not as a bare word", () => {
    const [standing = "", way = ""] = block(paper, "Preliminary score")?.paragraphs ?? [];
    expect(standing).toBe(
      "540 of 1000 points: 360 points to 900. 2 mandatory items are not met and have to be closed before approval.",
    );
    expect(way).toBe("Close 1.1 and 8.1.9. They bring 400 and make 940, a Pass.");
    // Made again after closures it still tells what the audit found.
    expect(
      block(summaryOf({ ...ACTIONS, phase: "closed" }), "Preliminary score")?.paragraphs,
    ).toEqual([standing, way]);
  });

  it("says what each closure brings, the finding and when it is due", () => {
    const [first] = block(paper, "Mandatory action items")?.table?.rows ?? [];
    expect(first).toEqual([
      "1.1",
      "Financial Health",
      "Report is two years old",
      "5 business days from receipt",
      200,
    ]);
    // What was praised beside it is no finding.
    const praised = withItem(ACTIONS, "8.1.9", { note: "Warm welcome", noteKind: "Strength" });
    const rows = block(summaryOf(praised), "Mandatory action items")?.table?.rows;
    expect(rows?.map((row) => row[2])).toEqual(["Report is two years old", "Not met"]);
    const dated = summaryOf(ACTIONS);
    expect(block(dated, "Mandatory action items")?.table?.rows[0]?.[3]).toBe("17 Mar 2026");
  });

  it("tells of findings on items that are met, of open validations, and of none where there is none", () => {
    const met = withItem(ACTIONS, "8.3", { note: "Two old keys", noteKind: "Finding" });
    expect(ids(summaryOf(met), "Findings on items that are met")).toEqual(["8.3"]);
    expect(block(paper, "Findings on items that are met")).toBeUndefined();
    const open = summaryOf(withItem(ACTIONS, "14.1", { auditor: "unanswered" }));
    expect(block(open, "Preliminary score")?.paragraphs[0]).toContain("One item is not validated");
    const perfect = summaryOf(
      items.reduce((all, { id }) => withItem(all, id, { auditor: "met" }), {
        ...READY,
        phase: "audit",
      } as Inputs),
    );
    expect(block(perfect, "Mandatory action items")?.table).toBeNull();
    expect(block(perfect, "Strengths")?.paragraphs).toEqual(["None noted."]);
  });

  it("calls nothing met that is not, and leaves no note out", () => {
    const finding = (id: string, inputs: Inputs, auditor: "notMet" | "unanswered") =>
      withItem(inputs, id, { auditor, note: "Seen", noteKind: "Finding" });
    const open = summaryOf(finding("9.4", ACTIONS, "unanswered"));
    expect(ids(open, "Findings on items that are not validated yet")).toEqual(["9.4"]);
    const outside = summaryOf(finding("4.5", { ...ACTIONS, reseller: false }, "notMet"));
    expect(ids(outside, "Findings on items outside this audit")).toEqual(["4.5"]);
    for (const told of [open, outside])
      expect(block(told, "Findings on items that are met")).toBeUndefined();
    const bare = withItem(ACTIONS, "1.3", { note: "Good register" });
    const odd = withItem(bare, "9.3.5", { note: "Trend by severity", noteKind: "Idea" });
    expect(ids(summaryOf(odd), "Other notes")).toEqual(["1.3", "9.3.5"]);
    expect(ids(finalOf(odd), "Other notes")).toEqual(["1.3"]);
  });

  it("is refused before the audit, and the final report before the action items", () => {
    for (const phase of PHASES) {
      const result = report(EDITIONS, snapshotOf({ ...READY, phase }));
      const early = phase === "selfAssessment" || phase === "submitted";
      expect(summaryRefusal(result) === null).toBe(!early);
      expect(finalRefusal(result) === null).toBe(phase === "actionItems" || phase === "closed");
      if (early) expect(summaryRefusal(result)).toContain(PHASE_WORDS[phase]);
    }
  });
});

describe("a final report", () => {
  const summary = summaryRecord(evaluate(checklist31, ACTIONS), day("2026-03-09"));
  const open: Inputs = withItem({ ...ACTIONS, records: { ...ACTIONS.records, summary } }, "8.1.9", {
    plan: "Hire by May",
  });
  const closed: Inputs = { ...open, phase: "closed" };
  const paper = finalOf(closed);

  it("has both scores, what changed, and the mandatory items still open with their plans", () => {
    const rows = block(paper, "Final score")?.table?.rows ?? [];
    expect(rows.at(-1)).toEqual(["", "Total", 97, 540, 760, 1000]);
    expect(ids(paper, "What changed since the audit summary")).toEqual(["1.1", "1.4"]);
    expect(ids(paper, "Mandatory action items still open")).toEqual(["8.1.9"]);
    expect(textOf(paper)).toContain("Hire by May");
    expect(block(paper, "Final score")?.paragraphs).toContain(
      "From 540 at the audit summary to 760; closed action items brought 220.",
    );
  });

  it("adds up how the score rose, whatever was validated otherwise since the summary", () => {
    const more = withItem(closed, "9.3.5", { auditor: "met" });
    expect(block(finalOf(more), "Final score")?.paragraphs).toContain(
      "From 540 at the audit summary to 800; closed action items brought 220, and what is validated or counted otherwise since then brought 40.",
    );
    const less = withItem(closed, "2.1", { auditor: "notMet" });
    expect(textOf(finalOf(less))).toMatch(/to 740; closed .* brought 220, and .* cost 20\./);
  });

  it("prints no praise as a finding", () => {
    const praised = ["1.1", "8.1.9"].reduce(
      (all, id) => withItem(all, id, { note: "Great team", noteKind: "Strength" }),
      closed,
    );
    const told = finalOf(praised);
    for (const heading of [
      "What changed since the audit summary",
      "Mandatory action items still open",
    ])
      expect(block(told, heading)?.table?.rows[0]?.[2]).toBe("Not met");
    expect(ids(told, "Strengths")).toEqual(["1.1", "2.1", "8.1.9"]);
  });

  it("is provisional while action items can be closed, and says when no summary was kept", () => {
    const standing = (inputs: Inputs) => block(finalOf(inputs), "Final score")?.paragraphs ?? [];
    expect(standing(open)[0]).toMatch(/^Provisional: /);
    expect(standing(closed).join(" ")).not.toContain("Provisional");
    const unkept = standing({ ...closed, records: { ...closed.records, summary: null } }).join(" ");
    expect(unkept).toContain("No audit summary was kept");
    expect(unkept).not.toContain("at the audit summary to");
  });

  it("leaves out score-impacting items that were not closed in time", () => {
    expect(textOf(paper)).not.toContain("9.3.5");
    const late = withItem(closed, "9.3.5", { closedOn: day("2026-03-18"), note: "By hand only" });
    expect(textOf(finalOf(late))).not.toContain("9.3.5");
    const inTime = withItem(closed, "9.3.5", { closedOn: day("2026-03-17") });
    expect(ids(finalOf(inTime), "What changed since the audit summary")).toContain("9.3.5");
  });
});

describe("as a page", () => {
  /** Every element and attribute that a paper is made of. */
  const ELEMENTS =
    "html head meta title style body header h1 p main dl div dt dd section h2 table colgroup col thead tr th tbody td br footer".split(
      " ",
    );

  it("is well formed, without a script, an address or an element that a text brought in", () => {
    for (const [kind, text] of Object.entries(HOSTILE)) {
      for (const paper of [summaryOf(saying(text)), finalOf(saying(text))]) {
        const html = paperHtml(paper);
        const elements = new Set<string>();
        const attributes = new Set<string>();
        const said: string[] = [];
        const parser = new SaxesParser();
        parser.on("error", (error) => {
          throw new Error(`${kind}: ${error.message}`);
        });
        parser.on("opentag", ({ name, attributes: own }) => {
          elements.add(name);
          for (const [attribute] of Object.entries(own)) attributes.add(attribute);
        });
        parser.on("text", (found) => said.push(found));
        // The two void elements and the control characters that XML does not know aside, it is XML too.
        parser.write(
          html
            .replace("<!doctype html>\n", "")
            .replace(/<(br|meta|col)\b([^>]*)>/g, "<$1$2/>")
            .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/gu, ""),
        );
        parser.close();
        for (const name of elements) expect(ELEMENTS, kind).toContain(name);
        for (const name of attributes) {
          expect(
            [
              "lang",
              "charset",
              "name",
              "content",
              "class",
              "dir",
              "style",
              "scope",
              "tabindex",
              "role",
              "aria-label",
            ],
            kind,
          ).toContain(name);
        }
        expect(html, kind).not.toMatch(/<script|<img|<b>|url\(|@import/i);
        if (kind === "markup") expect(said.join("")).toContain(text);
      }
    }
  });

  it("has every word of the paper", () => {
    const paper = finalOf(saying("Exactly this"));
    const html = paperHtml(paper).replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    for (const entry of paper.blocks) {
      expect(html).toContain(`<h2>${entry.heading}</h2>`);
      for (const paragraph of entry.paragraphs) expect(html).toContain(paragraph);
      for (const row of entry.table?.rows ?? [])
        for (const value of row) expect(html).toContain(`>${value}</td>`);
    }
  });
});

describe("as a workbook", () => {
  const drawn = async (paper: Paper): Promise<Uint8Array> => {
    const workbook = newXlsx(EDITIONS);
    await workbook.build(paperBlueprint(paper));
    return workbook.bytes();
  };

  it("is valid and holds every word of the paper, figures as numbers", async () => {
    const papers = [summaryOf(ACTIONS), finalOf({ ...ACTIONS, phase: "closed" })];
    await expectSound(...(await Promise.all(papers.map(drawn))));
    for (const paper of papers) {
      const [sheet] = paperBlueprint(paper).sheets;
      const values = (sheet?.cells ?? []).map((cell) => cell.value);
      for (const entry of paper.blocks) {
        expect(values).toContain(entry.heading);
        for (const row of entry.table?.rows ?? [])
          for (const value of row) if (value !== "") expect(values).toContain(value);
      }
    }
  });

  it("bears any text, as text", async () => {
    const hostile = await Promise.all(
      Object.values(HOSTILE).map((text) => drawn(summaryOf(saying(text)))),
    );
    await expectSound(...someOf(hostile, howMany(4, hostile.length)));
    for (const bytes of hostile) {
      expect(lintXlsx(bytes)).toEqual([]);
      const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
      expect(xml).not.toContain("<f>");
    }
    const formula = await drawn(summaryOf(saying('=HYPERLINK("http://example.com","x")')));
    expect(
      strFromU8(unzipSync(formula)["xl/worksheets/sheet1.xml"] ?? new Uint8Array()),
    ).not.toContain("<f>");
  });
});
