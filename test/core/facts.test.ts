/** No fact of the source can be altered or lost in the catalogue's texts without notice. */

import { describe, expect, it } from "vitest";
import { runningText } from "../../core/checklist/lines.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { BINDING, NAMED } from "./facts.ts";

/** Each item's and each group's own texts, as they run. */
const texts = new Map<string, string>(
  [
    ...checklist31.items.map(({ id }) => {
      const own = checklist31.texts.items[id];
      return [id, [own?.requirement, own?.evidence, own?.notEnough]] as const;
    }),
    ...checklist31.groups.map(({ id }) => {
      const own = checklist31.texts.groups[id];
      return [
        id,
        [own?.requirement, own?.evidence, own?.requirementForItems, own?.evidenceForItems],
      ] as const;
    }),
  ].flatMap(([id, own]) => {
    const text = own.flatMap((each) => (each ? [runningText(each)] : [])).join(" ");
    return text === "" ? [] : [[id, text] as const];
  }),
);

const BINDS =
  /\d+(?:[.x]\d+)*(?: (?:months|minutes|hours|%))?|\b(?:at least|no more than|must|should|may|only|exclusively|all|each|every|not|no|without|alternatively|if|recommended|suffices?|sufficient)\b/g;
const binding = (text: string): string => (text.toLowerCase().match(BINDS) ?? []).join(", ");

const lost = (id: string, text: string): string[] =>
  (NAMED[id] ?? "")
    .split(" | ")
    .filter((words) => !text.toLowerCase().includes(words.toLowerCase()));

/** Whether the tables tell a text of the item from what the item asks. */
const isNoticed = (id: string, text: string): boolean =>
  binding(text) !== (BINDING[id] ?? "") || lost(id, text).length > 0;

/** Pieces between marks; shorter ones than four words say nothing by themselves. */
const clauses = (text: string): string[] =>
  text.split(/(?<=[,;:?.)]) | (?=\()/).filter((clause) => clause.split(" ").length >= 4);

describe("what the source asks", () => {
  it("has a row for each item, for each group that demands something, and for no other", () => {
    expect(Object.keys(NAMED).sort()).toEqual([...texts.keys()].sort());
    for (const id of Object.keys(BINDING)) expect(texts.has(id), id).toBe(true);
  });

  it.each([...texts])(
    "of %s is in its texts: figures, what binds, and what is named",
    (id, text) => {
      expect(binding(text)).toBe(BINDING[id] ?? "");
      expect(lost(id, text)).toEqual([]);
    },
  );

  it("is missed whichever clause is taken out", () => {
    const unnoticed = [...texts].flatMap(([id, text]) =>
      clauses(text).flatMap((clause) =>
        isNoticed(id, text.replace(clause, "")) ? [] : [`${id}: ${clause}`],
      ),
    );
    expect(unnoticed).toEqual([]);
  });

  it("is missed when a figure is one more or a demand weaker", () => {
    let changed = 0;
    for (const [id, text] of texts) {
      for (const [pattern, other] of [
        [/\d+/g, (found: string) => String(Number(found) + 1)],
        [/\bmust\b/g, () => "may"],
        [/\b(?:at least|only|not|all|each|every) /g, () => ""],
      ] as const) {
        for (const { 0: found, index } of text.matchAll(pattern)) {
          const after = text.slice(index + found.length);
          const altered = `${text.slice(0, index)}${other(found)}${after}`;
          expect(isNoticed(id, altered), `${id}: ${altered.slice(index, index + 40)}`).toBe(true);
          changed += 1;
        }
      }
    }
    expect(changed).toBeGreaterThan(100);
  });
});
