/** Which items an audit looks at, and in which order the reasons are asked. */

import { describe, expect, it } from "vitest";
import { evaluate } from "../../core/audit/evaluate.ts";
import type { Inputs } from "../../core/audit/inputs.ts";
import { isRenewableVersion, type ScopeFacts, scopeOf } from "../../core/audit/scope.ts";
import { itemById } from "../../core/checklist/lookup.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs } from "../../core/workbook/draw/blueprint.ts";
import { withItem } from "../fakes/snapshot.ts";

const { items } = checklist31;

const full: ScopeFacts = {
  reseller: true,
  renewal: false,
  priorAction: false,
  disclosedChange: false,
};
const renewal: ScopeFacts = { ...full, renewal: true };
const scope = (id: string, facts: ScopeFacts) => {
  const found = scopeOf(itemById(checklist31, id), facts);
  return `${found.scope}: ${found.reason}`;
};

describe("in a full audit", () => {
  it("everything is audited", () => {
    for (const item of items) expect(scope(item.id, full)).toBe("audited: fullAudit");
  });

  it("a previous action item and a disclosed change mean nothing", () => {
    expect(scope("1.1", { ...full, priorAction: true, disclosedChange: true })).toBe(
      "audited: fullAudit",
    );
  });

  it("4.5 and section 5 are waived for a partner who is no reseller, and nothing else", () => {
    const waived = items.filter(
      (item) => scopeOf(item, { ...full, reseller: false }).scope === "waived",
    );
    expect(waived.map((item) => item.id)).toEqual([
      "4.5",
      "5.1",
      "5.2",
      "5.3",
      "5.4",
      "5.5",
      "5.6",
      "5.7",
      "5.8",
    ]);
    expect(scope("5.3", { ...full, reseller: false })).toBe("waived: notReseller");
  });
});

describe("in a renewal", () => {
  it.each([
    ["1.1", "carried: notInRenewal"],
    ["8.1.2", "audited: newOrExpanded"],
    ["1.6", "audited: existing"],
    ["9.6.1", "audited: both"],
    ["5.8", "audited: existing"],
  ])("%s is %s", (id, expected) => {
    expect(scope(id, renewal)).toBe(expected);
  });

  it("the user's own rows join the lists, previous action items named first", () => {
    expect(scope("1.1", { ...renewal, priorAction: true })).toBe("audited: priorAction");
    expect(scope("1.1", { ...renewal, disclosedChange: true })).toBe("audited: disclosedChange");
    expect(scope("1.6", { ...renewal, priorAction: true, disclosedChange: true })).toBe(
      "audited: priorAction",
    );
  });

  it("the waiver wins over every list and row", () => {
    const facts = { ...renewal, reseller: false, priorAction: true, disclosedChange: true };
    expect(scope("5.8", facts)).toBe("waived: notReseller");
  });
});

describe("over the whole checklist", () => {
  const counts = (inputs: Inputs) => {
    const found = { audited: 0, waived: 0, carried: 0 };
    for (const row of evaluate(checklist31, inputs).items) found[row.scope] += 1;
    return found;
  };
  const blank = blankInputs(checklist31);

  it.each([
    [{ reseller: true, renewal: false }, { audited: 97, waived: 0, carried: 0 }, 0],
    [{ reseller: false, renewal: false }, { audited: 88, waived: 9, carried: 0 }, 40],
    [{ reseller: true, renewal: true }, { audited: 33, waived: 0, carried: 64 }, 650],
    // 5.8 leaves the 33; the other eight reseller items leave the 64.
    [{ reseller: false, renewal: true }, { audited: 32, waived: 9, carried: 56 }, 650],
  ])("%j has %j and starts with %i points", (engagement, expected, total) => {
    const inputs = { ...blank, ...engagement };
    expect(counts(inputs)).toEqual(expected);
    expect(evaluate(checklist31, inputs).scores.self.total).toBe(total);
  });

  it("services: a renewal assesses the new ones not reviewed before, or all when 3.1 is reopened", () => {
    const assessed = (inputs: Inputs) =>
      evaluate(checklist31, inputs).services.filter((service) => service.assessed === "assessed")
        .length;
    expect(assessed(blank)).toBe(23);
    const again = { ...blank, renewal: true };
    expect(assessed(again)).toBe(4);
    const reviewed = {
      ...again,
      services: again.services.map((service) => ({ ...service, reviewed: true })),
    };
    expect(assessed(reviewed)).toBe(0);
    expect(assessed(withItem(reviewed, "3.1", { priorAction: true }))).toBe(23);
    expect(assessed(withItem(reviewed, "3.1", { disclosedChange: true }))).toBe(23);
  });

  it("services: only a partner in a single region can waive one", () => {
    const services = blank.services.map((service, index) => ({
      ...service,
      unavailable: index === 2,
    }));
    const states = (singleRegion: boolean) =>
      evaluate(checklist31, { ...blank, services, singleRegion }).services[2]?.assessed;
    expect(states(true)).toBe("waived");
    expect(states(false)).toBe("assessed");
  });
});

it("reads a version in the words that people have for it; a year or a day is none", () => {
  const rule = checklist31.renewal;
  const renews = (text: string) => rule !== null && isRenewableVersion(rule, text);
  for (const text of [
    "3.1",
    "v3.0",
    "January 2017 v3.1",
    "3.1 of January 2017",
    "Version 4",
    "2017: 3.1",
  ])
    expect([text, renews(text)]).toEqual([text, true]);
  for (const text of ["", "2.3", "January 2017", "2017", "v2.3 of 2016", "16.03.2016"])
    expect([text, renews(text)]).toEqual([text, false]);
});
