/** What bringing something in would change: conflicts are kept, words may be said to mean something, blanks keep. */

import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { textSource } from "../../core/import/delimited.ts";
import { type ImportChoices, NO_CHOICES, type PlanEntry } from "../../core/import/entry.ts";
import { answersIn } from "../../core/import/options.ts";
import { changesByInput, importEntries, type Plan, planImport } from "../../core/import/plan.ts";
import { readSources } from "../../core/import/read.ts";
import { asGiven, enter } from "../../core/report/enter.ts";
import { conflictText, faultText, guessText } from "../../core/words/import.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import type { Edit, Snapshot } from "../../core/workbook/port.ts";
import { changeOf, editedSnapshot } from "../../core/workbook/write/change.ts";
import { snapshotOf, withFormula, withValue } from "../fakes/snapshot.ts";

const blank = snapshotOf(blankInputs(checklist31));
const edited = (...edits: Edit[]): Snapshot => editedSnapshot(checklist31, blank, edits);
const of = (name: string, item: string, value: Edit["value"]): Edit => ({
  name,
  item: item as NonNullable<Edit["item"]>,
  value,
});

const brought = (...texts: string[]) =>
  readSources(
    EDITIONS,
    checklist31,
    texts.map((text, index) => textSource(checklist31, `${"ab"[index]}.csv`, text)),
    { answers: "Self_Answer", from: null },
  );
const plan = (snapshot: Snapshot, text: string, choices: Partial<ImportChoices> = {}): Plan =>
  planImport(checklist31, snapshot, brought(text), { ...NO_CHOICES, ...choices });
const shown = ({ entries }: Plan) =>
  entries.map(
    ({ group, name, of: key, before, after, taken }) =>
      `${group}${taken ? "!" : ""} ${key ?? ""} ${name}: ${before} > ${after}`,
  );
const said = ({ entries }: Plan): string[] =>
  entries.map((entry: PlanEntry) =>
    entry.fault === null ? conflictText(entry) : faultText(checklist31, entry, entry.fault),
  );

describe("a plan", () => {
  const here = edited(
    of("Self_Answer", "8.1.10", "Met"),
    of("Owner", "1.1", "S. Haddad"),
    of("Self_Answer", "1.2", "met"),
    of("Self_Answer", "1.3", "Met"),
  );
  const text =
    "id,answer,owner\n1.1,done,T. Weiss\n1.2,Met,\n1.3,,\n1.4,not met,\n8.1.10,Not met,\n9.16,Met,\n";

  it("has conflicts first, then what is not understood, what changes, and what is the same", () => {
    expect(shown(plan(here, text))).toEqual([
      "conflict 1.1 Owner: S. Haddad > T. Weiss",
      "conflict 8.1.10 Self_Answer: Met > Not met",
      "notUnderstood 1.1 Self_Answer:  > done",
      "notUnderstood 9.16 Self_Answer:  > Met",
      "change! 1.4 Self_Answer:  > Not met",
      "same 1.2 Self_Answer: Met > Met",
    ]);
    expect(plan(here, text).counts).toEqual({ conflict: 2, notUnderstood: 2, change: 1, same: 1 });
  });

  it("writes what changes, and conflicts that are chosen, one or all", () => {
    const change = of("Self_Answer", "1.4", "Not met");
    const owner = of("Owner", "1.1", "T. Weiss");
    const answer = of("Self_Answer", "8.1.10", "Not met");
    expect(plan(here, text).edits).toEqual([change]);
    expect(plan(here, text, { take: ["Owner 1.1"] }).edits).toEqual([owner, change]);
    expect(plan(here, text, { take: "all" }).edits).toEqual([owner, change, answer]);
  });

  it("takes a word for what it is said to mean, wherever it stands", () => {
    const meanings = { done: "met", "in work": "unanswered" } as const;
    const words = "id,answer\n1.1,Done\n1.4, done \n1.5,In  work\n";
    expect(shown(plan(blank, words, { meanings }))).toEqual([
      "change! 1.1 Self_Answer:  > Met",
      "change! 1.4 Self_Answer:  > Met",
    ]);
    expect(plan(blank, words).counts.notUnderstood).toBe(3);
    const odd = "id,answer\n1.1,constructor\n";
    expect(plan(blank, odd, { meanings }).counts.notUnderstood).toBe(1);
  });

  it("lets a blank clear on request alone", () => {
    expect(plan(here, text, { clear: true }).edits).toContainEqual(of("Self_Answer", "1.3", null));
    expect(shown(plan(here, "id,owner\n1.1,\n", { clear: true }))).toEqual([
      "change! 1.1 Owner: S. Haddad > ",
    ]);
    expect(plan(here, "id,owner\n1.1,\n").entries).toEqual([]);
    // A line that ends early says nothing of the fields that are not there.
    expect(plan(here, "id,answer,owner\n1.1,Met\n", { clear: true }).edits).toHaveLength(1);
  });

  it("knows the score before and after", () => {
    const all = `id,answer\n${checklist31.items.map(({ id }) => `${id},Met`).join("\n")}\n`;
    const { before, after } = plan(blank, all);
    expect([before.self.total, after.self.total]).toEqual([0, 1000]);
    expect(after.self.verdict).toBe("pass");
    expect(changesByInput(plan(blank, all))).toEqual([
      { name: "Self_Answer", changes: 97, filled: 97, mandatory: 46 },
    ]);
  });

  it("survives JSON", () => {
    const whole = plan(here, text);
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });

  it("takes each kind of entry as a cell of its kind would", () => {
    const line =
      "1.1,8/1/2026,46030,=1+1,No,yes,strength\n1.2,16 Mar 2026,x,007,,,Some other kind\n1.3,,31.12.2026,#N/A,maybe,,\n";
    const heads = "id,closed on,closure evidence,evidence,prior action,disclosed change,note kind";
    const kinds = plan(blank, `${heads}\n${line}`, { locked: "write" });
    expect(shown(kinds)).toEqual([
      "notUnderstood 1.1 Closed_On:  > 8/1/2026",
      "notUnderstood 1.3 Prior_Action:  > maybe",
      "change! 1.1 Evidence:  > =1+1",
      "change! 1.1 Note_Kind:  > strength",
      "change! 1.1 Closure_Evidence:  > 46030",
      "change! 1.1 Disclosed_Change:  > Yes",
      "change! 1.2 Evidence:  > 007",
      "change! 1.2 Note_Kind:  > Some other kind",
      "change! 1.2 Closure_Evidence:  > x",
      "change! 1.2 Closed_On:  > 2026-03-16",
      "change! 1.3 Evidence:  > #N/A",
      "change! 1.3 Closure_Evidence:  > 31.12.2026",
    ]);
  });
});

describe("points to check", () => {
  it("are brought for the items that have them, and printed ones are passed over", () => {
    const checked = plan(blank, "id,if met\n4.1,0\n4.2.1,+10\n1.1,40\n4.2.2,7\n");
    expect(shown(checked)).toEqual([
      "conflict 4.1 Open_Add: 10 > 0",
      "notUnderstood 4.2.2 Open_Add: 20 > 7",
      "same 4.2.1 Open_Add: 10 > 10",
    ]);
    expect(said(checked)[1]).toBe(
      "a.csv, line 5: 4.2.2 If met takes 0, 10, 20 or 40; “7” is none of them.",
    );
  });
});

describe("lists beside the items", () => {
  it("go by the service's name, by the number, and holidays wherever there is room", () => {
    const here = edited({ name: "Holidays", index: 3, value: { date: "2026-12-25" } });
    const services = plan(here, "service,compliant\nLambda,yes\nNothing,yes\n");
    expect(shown(services)).toEqual([
      "notUnderstood Nothing Service_Compliant:  > yes",
      "change! AWS Lambda Service_Compliant:  > Yes",
    ]);
    const holidays = "input,value\nHolidays,2026-12-25\nHolidays,2026-12-26\nHolidays,2026-12-26\n";
    expect(shown(plan(here, holidays))).toEqual([
      "change! 1 Holidays:  > 2026-12-26",
      "same 4 Holidays: 2026-12-25 > 2026-12-25",
    ]);
    const many = Array.from(
      { length: 40 },
      (_, day) => `Holidays,2026-${1 + Math.floor(day / 20)}-${1 + (day % 20)}`,
    );
    const dates = many.map((line) => line.replace(/-(\d)(?=-|$)/g, "-0$1"));
    const full = plan(here, `input,value\n${dates.join("\n")}\n`);
    expect(full.entries.filter(({ fault }) => fault?.code === "noRoom").length).toBeGreaterThan(0);
    expect(new Set(full.edits.map(({ index }) => index)).size).toBe(full.edits.length);
    const [reference] = plan(here, "No.,Customer,Since\n9,Alder,\n").entries;
    expect(reference).toMatchObject({ group: "notUnderstood", fault: { code: "noCell" }, of: "9" });
  });
});

describe("what is said twice", () => {
  it("is taken where it is the same, and left out where it is not, with both places", () => {
    const twice = "id,answer,owner\n1.1,Met,Kim\n1.1,met,Lee\n1.1,,\n";
    const both = plan(blank, twice);
    expect(shown(both)).toEqual([
      "notUnderstood 1.1 Owner:  > Kim",
      "change! 1.1 Self_Answer:  > Met",
    ]);
    expect(said(both)[0]).toBe(
      "a.csv, line 2: 1.1 Owner is “Kim” here, and “Lee” in a.csv, line 3. Keep one of them.",
    );
  });

  it("may stand in two sources", () => {
    const two = brought("id,answer\n1.1,Met\n", "id,answer\n1.1,Not met\n1.2,Met\n");
    const { entries, edits } = planImport(checklist31, blank, two, NO_CHOICES);
    expect(entries[0]).toMatchObject({ fault: { code: "differs" }, place: { source: "a.csv" } });
    expect(edits).toEqual([of("Self_Answer", "1.2", "Met")]);
  });
});

describe("cells", () => {
  it("that hold a formula, or are not there, are told", () => {
    const formula = withFormula(blank, "Self_Answer", "1.1", 'IF(TRUE,"Met","")');
    expect(plan(formula, "id,answer\n1.1,Met\n").entries[0]?.fault).toEqual({
      code: "formulaHere",
    });
    const { Owner: _, ...names } = blank.names;
    const gone = plan({ ...blank, names }, "id,owner\n1.1,Kim\n");
    expect(gone.entries[0]?.fault).toEqual({ code: "noCell" });
    expect(gone.edits).toEqual([]);
  });

  it("that hold what means nothing are the same as the same, and a conflict with all else", () => {
    const odd = withValue(blank, "Self_Answer", "1.1", "Owner of 1.1");
    expect(shown(plan(odd, "id,answer\n1.1,Owner of 1.1\n"))).toEqual([
      "same 1.1 Self_Answer: Owner of 1.1 > Owner of 1.1",
    ]);
    expect(shown(plan(odd, "id,answer\n1.1,Met\n"))).toEqual([
      "conflict 1.1 Self_Answer: Owner of 1.1 > Met",
    ]);
  });
});

describe("the phase", () => {
  const audit = edited({ name: "Phase", value: "Audit" });
  const text = "id,partner self-assessment,auditor validation,owner\n1.1,Met,Met,Kim\n";

  it("leaves out what it has locked, and says so", () => {
    const left = plan(audit, text);
    expect(shown(left)).toEqual([
      "change 1.1 Self_Answer:  > Met",
      "change! 1.1 Owner:  > Kim",
      "change! 1.1 Auditor_Answer:  > Met",
    ]);
    expect(left.locked).toEqual({ phase: "audit", inputs: ["Self_Answer"] });
    expect(left.closed).toBe(null);
    const wish = { kind: "entries", read: asGiven(left.edits), closed: "refuse" } as const;
    expect(enter(EDITIONS, audit, wish, changeOf, "2026-03-09 10:00").refusal).toBe(null);
  });

  it("has it written where that is meant, and says so, too", () => {
    const written = plan(audit, text, { locked: "write" });
    expect(written.edits).toHaveLength(3);
    expect(written.closed).toEqual({ phase: "audit", inputs: ["Self_Answer"] });
    expect(written.locked).toBe(null);
  });

  it("decides whose an answer is that does not say so", () => {
    expect(
      ["selfAssessment", "submitted", "audit", "closed"].map((phase) =>
        answersIn(phase as "audit"),
      ),
    ).toEqual(["Self_Answer", "Self_Answer", "Auditor_Answer", "Auditor_Answer"]);
  });
});

describe("what is written in the end", () => {
  it("is planned anew: what somebody entered meanwhile stays", () => {
    const one = brought("id,answer\n1.1,Met\n1.2,Met\n");
    const read = importEntries(one, NO_CHOICES);
    const now = edited(of("Self_Answer", "1.2", "Not met"));
    expect(read(checklist31, blank).edits).toHaveLength(2);
    expect(read(checklist31, now).edits).toEqual([of("Self_Answer", "1.1", "Met")]);
  });

  it("is told of ids that were guessed", () => {
    const [entry] = plan(blank, "id,answer\n08.01.2009,Met\n").entries;
    expect(entry && guessText(entry)).toBe("a.csv, line 2: “08.01.2009” is read as item 8.1.9.");
  });

  it("has a sentence for whatever was not understood, with its place and what to do", () => {
    const text =
      "id,answer,closed on,prior action,if met,evidence\n9.16,Met,,,,\n,Met,,,,\n1.1,done,,,,\n2026-12-24,Met,,,,\n01.02.2026,Met,,,,\n1.2,,soon,,,\n1.3,,,maybe,,\n4.1,,,,5,\n1.4,Met,,,,a,b\n1.5,,,,,\u0001\n";
    const lines = said(plan(blank, text));
    expect(lines).toMatchInlineSnapshot(`
      [
        "a.csv, line 2: the checklist has no item “9.16”. Ids look like 1.1 or 11.2.2.",
        "a.csv, line 3: no id stands beside “Met”. Write the item's id there.",
        "a.csv, line 4: “done” is no answer for item 1.1. Write Met or Not met, or say what “done” means.",
        "a.csv, line 5: “2026-12-24” is what a spreadsheet program makes of an id such as 1.1. Format the column as Text, and type the id again.",
        "a.csv, line 6: “01.02.2026” may be 1.2 or 2.1, since a spreadsheet program changed it. Format the column as Text, and type the id again.",
        "a.csv, line 7: 1.2 Closed on takes a date such as 2026-03-16; “soon” is none, or could be two.",
        "a.csv, line 8: 1.3 Previous action item takes Yes, or nothing to clear; “maybe” is none of them.",
        "a.csv, line 9: 4.1 If met takes 0, 10, 20 or 40; “5” is none of them.",
        "a.csv, line 10: 7 fields where the columns are 6. Put texts with a delimiter in quotation marks.",
        "a.csv, line 11: The text for “Evidence link or note” holds a control character, which a cell cannot. Remove it.",
      ]
    `);
    for (const line of lines) expect(line).toMatch(/^a\.csv, line \d+: .*\.$/);
  });
});
