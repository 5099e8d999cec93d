/** How the words in an answer cell are understood: exactly, leniently, or not at all. */

import { describe, expect, it } from "vitest";
import { readAnswer } from "../../core/audit/answers.ts";
import { points } from "../../core/checklist/domain.ts";

const mandatory = { ifNotMet: points(-200), ifMet: points(0) };
const optional = { ifNotMet: points(0), ifMet: points(20) };
const read = (value: unknown, item = optional) => {
  const { answer, how, spelled } = readAnswer(value, item);
  return [answer, how, spelled];
};

describe("an answer", () => {
  it.each([
    ["Met", ["met", "exact", true]],
    ["Not met", ["notMet", "exact", true]],
    [null, ["unanswered", "exact", true]],
    [undefined, ["unanswered", "exact", true]],
    ["", ["unanswered", "exact", true]],
    // The sheet compares without case, but not without spaces.
    ["MET", ["met", "exact", false]],
    ["not MET", ["notMet", "exact", false]],
    ["Met ", ["met", "lenient", false]],
    [" met", ["met", "lenient", false]],
    ["Met.", ["met", "lenient", false]],
    ["Not  met", ["notMet", "lenient", false]],
    ["Not\u00a0met", ["notMet", "lenient", false]],
    ["NOT-MET", ["notMet", "lenient", false]],
    ["not_met", ["notMet", "lenient", false]],
    ["notMet", ["notMet", "lenient", false]],
    [" ", ["unanswered", "lenient", false]],
    ["\u200b", ["unanswered", "lenient", false]],
    ["-", ["unanswered", "lenient", false]],
  ])("%j is %j", (value, expected) => {
    expect(read(value)).toEqual(expected);
  });

  it.each([
    "Yes",
    "No",
    "meet",
    "Mett",
    "metmet",
    "n/a",
    "x",
    "notnotmet",
    "0x14",
    "20.5",
    true,
    false,
    {},
    [],
    { date: "2026-01-01" },
    { error: "#REF!" },
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])("%j is unknown and counts as unanswered", (value) => {
    expect(read(value)).toEqual(["unanswered", "unknown", false]);
  });
});

describe("a point value in place of the word", () => {
  it.each([
    [20, "met"],
    ["20", "met"],
    ["+20", "met"],
    [" 20 ", "met"],
    [0, "notMet"],
    ["0", "notMet"],
    ["+0", "notMet"],
  ])("%j on an item worth 20 is %s", (value, answer) => {
    expect(read(value)).toEqual([answer, "lenient", false]);
  });

  it.each([
    [0, "met"],
    ["0", "met"],
    [-200, "notMet"],
    ["-200", "notMet"],
    ["\u2212200", "notMet"],
  ])("%j on a mandatory item is %s", (value, answer) => {
    expect(read(value, mandatory)).toEqual([answer, "lenient", false]);
  });

  it.each([10, 40, -200, "200", 1])("%j is no value of an item worth 20", (value) => {
    expect(read(value)).toEqual(["unanswered", "unknown", false]);
  });
});
