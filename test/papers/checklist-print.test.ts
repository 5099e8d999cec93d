/** The printed checklist: what each phase has, nothing of it markup, for every version. */

import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { Inputs } from "../../core/audit/inputs.ts";
import { fullEvidence, fullRequirement } from "../../core/checklist/lookup.ts";
import { makeChecklist } from "../../core/checklist/make.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { checklistPrint } from "../../core/papers/checklist-print.ts";
import { report } from "../../core/report/report.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { editionOf } from "../../core/workbook/edition.ts";
import { auditedExample, EXAMPLE_FOUND, selfExample } from "../core/printed.ts";
import { snapshotOfBlueprint, withItem } from "../fakes/snapshot.ts";
import { largeChecklist } from "../fixtures/checklists/large.ts";
import { nextChecklist } from "../fixtures/checklists/next.ts";
import { plainChecklist } from "../fixtures/checklists/plain.ts";
import { smallChecklist, smallSource } from "../fixtures/checklists/small.ts";
import { HOSTILE } from "./hostile.ts";

const printed = (inputs: Inputs, checklist: FullChecklist = checklist31): string => {
  const snapshot = snapshotOfBlueprint(blueprint(checklist, inputs));
  return checklistPrint(checklist, report([editionOf(checklist)], snapshot));
};

interface Element {
  readonly name: string;
  readonly classes: string;
  text: string;
}

/** As markup that has to be well-formed, but for what HTML leaves open. */
function elements(html: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, classes: String(attributes.class ?? ""), text: "" };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    for (const element of open) element.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  const body = html
    .slice(html.indexOf("<body"), html.indexOf("</body>"))
    .replace(/<br>/g, "<br/>")
    .replace(/<col style="[^"]*">/g, "");
  parser.write(`${body}</body>`).close();
  return found;
}

const articles = (html: string) =>
  elements(html).flatMap(({ name, text }) => (name === "article" ? [text] : []));
const answersOf = (html: string) =>
  elements(html).flatMap(({ classes, text }) =>
    classes.startsWith("answer ") ? [`${classes}: ${text}`] : [],
  );

describe("the printed checklist", () => {
  it("has of every item what is asked, what to show, answer, evidence and owner", () => {
    const inputs = selfExample();
    const all = articles(printed(inputs));
    expect(all).toHaveLength(checklist31.items.length);
    checklist31.items.forEach((item, index) => {
      const own = inputs.items[item.id];
      for (const words of [
        item.id,
        item.title,
        ...fullRequirement(checklist31, item).split("\n"),
        ...fullEvidence(checklist31, item).split("\n"),
        own?.evidence || "no evidence named",
        own?.owner ?? "",
      ])
        expect(all[index], item.id).toContain(words);
    });
    const answers = answersOf(printed(inputs));
    for (const [answer, classes] of [
      ["Met", "met"],
      ["Not met", "notMet"],
      ["Not answered", "unanswered"],
    ])
      expect(answers).toContain(`answer ${classes}: ${answer}`);
  });

  it("leaves out what the phase has not come to", () => {
    const self = printed(selfExample());
    for (const words of ["Auditor", "Preliminary", "Action items", "For the auditor"])
      expect(self).not.toContain(words);
    const audit = printed(auditedExample("audit"));
    expect(audit).toContain("Preliminary: 340 of 1000, Fail.");
    expect(audit).not.toContain("Final: ");
    const actions = printed(auditedExample("actionItems"));
    for (const words of [
      "Final: 560 of 1000, In progress.",
      "12 Mar 2026: Protocol of the test of 10 March, and its review",
      "Tested in May; the report reaches the auditor by 29 May.",
      "For the partner",
      "For the auditor",
    ])
      expect(actions).toContain(words);
    const rows = actions.slice(actions.indexOf("<h2>Action items</h2>"));
    for (const id of EXAMPLE_FOUND) expect(rows).toContain(`<td dir="auto">${id}</td>`);
  });

  it("has what was signed where it is signed", () => {
    const people = { Sign_Off_Name: "R. Lindqvist", Sign_Off_On: "2026-03-20" };
    const html = printed({ ...auditedExample("actionItems"), people });
    expect(html).toMatch(/R\. Lindqvist<\/span><small>Name.*20 Mar 2026<\/span><small>Date/);
  });

  it.each(Object.entries(HOSTILE))("takes no text for markup: %s", (_, text) => {
    const inputs = withItem(
      { ...auditedExample("actionItems"), partner: text, people: { Sign_Off_Name: text } },
      "1.1",
      {
        evidence: text,
        owner: text,
        note: text,
        noteKind: "Finding",
        closureEvidence: text,
        plan: text,
      },
    );
    const html = printed(inputs);
    // As it is written into a file and read without what no markup may hold.
    const bytes = new TextDecoder().decode(new TextEncoder().encode(html));
    const read = elements(bytes.replace(/[\u0000-\u0008\u000b-\u001f]/g, ""));
    const names = new Set(read.map(({ name }) => name));
    for (const name of ["script", "img", "style"]) expect(names.has(name)).toBe(false);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(?:script|link|img|iframe)/);
    expect(html).not.toMatch(/<[^>]*\s(?:src|href|onerror)=/);
  });

  it.each([plainChecklist, smallChecklist, nextChecklist, largeChecklist])(
    "is made of any version: $id",
    (checklist) => {
      const html = printed(blankInputs(checklist), checklist);
      expect(articles(html)).toHaveLength(checklist.items.length);
    },
  );

  it("grows with its items alone", () => {
    const [section, ...others] = smallSource.sections;
    const [first] = section?.items ?? [];
    if (!section || !first) throw new Error("The small checklist has lost its items.");
    const items = Array.from({ length: 1000 }, (_, index) => ({
      ...first,
      id: `1.${Math.floor(index / 50) + 1}.${(index % 50) + 1}`,
    }));
    const many = makeChecklist({ ...smallSource, sections: [{ ...section, items }, ...others] });
    const html = printed(blankInputs(many), many);
    expect(articles(html).length).toBeGreaterThanOrEqual(1000);
    expect(html.length).toBeLessThan(2_000_000);
  });
});
