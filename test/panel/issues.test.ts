/** What the Issues tab shows: a card a fault, errors first. */

import { describe, expect, it } from "vitest";
import { report } from "../../core/report/report.ts";
import { issueSentence } from "../../core/words/issues.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { issueCards } from "../../panel/model/issues.ts";
import { withValue } from "../fakes/snapshot.ts";
import { scenario, selfInputs, snapshotFor } from "./scenarios.ts";

describe("issues", () => {
  it("that are one fault are one card, which leads to the first of its places", () => {
    const snapshot = snapshotFor(selfInputs());
    const items = ["1.1", "1.2", "1.3", "2.2", "14.1"];
    const odd = items.reduce((all, id) => withValue(all, "Self_Answer", id, "Yes"), snapshot);
    const found = report(EDITIONS, odd);
    const cards = issueCards(found).filter(({ issue }) => issue.code === "unknownAnswer");
    expect(cards).toHaveLength(1);
    expect(cards[0]?.issue.where).toBe("Checklist!H5");
    expect(cards[0]?.body).toMatch(
      /Likewise in 4 more places: Checklist!H6, H7, H\d+ and 1 more\.$/,
    );
    expect(found.issues.filter(({ code }) => code === "unknownAnswer")).toHaveLength(5);
  });

  it("come errors first", () => {
    const severities = issueCards(scenario("damaged")).map((card) => card.issue.severity);
    expect(severities).toEqual([...severities].sort());
    expect(severities).toContain("error");
  });

  it("set the remedy apart and lose no word", () => {
    const card = issueCards(scenario("damaged")).find((one) => one.issue.code === "formulaLost");
    expect(card).toMatchObject({
      title: "A formula was overwritten",
      remedy: "Put the formula back.",
    });
    for (const each of issueCards(scenario("damaged"))) {
      expect([each.body, each.remedy].filter(Boolean).join(" ")).toBe(issueSentence(each.issue));
    }
  });

  it("have different keys for the same fault in several columns", () => {
    let snapshot = snapshotFor(selfInputs());
    for (const name of ["Self_Answer", "Auditor_Answer"])
      snapshot = withValue(snapshot, name, "8.1.1", "done");
    const keys = issueCards(report(EDITIONS, snapshot)).map((card) => card.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThanOrEqual(3);
  });
});
