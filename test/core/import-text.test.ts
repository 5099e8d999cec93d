/** Text with delimiters, from files and clipboards: no field is taken for another, and none is lost. */

import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import type { Brought } from "../../core/import/brought.ts";
import { pastedSource, readDelimited, textSource } from "../../core/import/delimited.ts";
import { guarded, unguarded } from "../../core/import/guarded.ts";
import { readSources } from "../../core/import/read.ts";
import type { Source } from "../../core/import/source.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";

const read = (source: Source): Brought =>
  readSources(EDITIONS, checklist31, [source], { answers: "Self_Answer", from: null });
const csv = (text: string): Brought => read(textSource(checklist31, "a.csv", text));
const paste = (text: string): Brought => read(pastedSource(checklist31, text));
/** What was brought, as `id input=value`; blanks too. */
const told = ({ cells, faults }: Brought): string[] => {
  expect(faults).toEqual([]);
  return cells.map(
    ({ name, item, at, value }) =>
      `${item ?? at} ${name}=${value === null ? "" : JSON.stringify(value)}`,
  );
};

describe("text with delimiters", () => {
  const fields = fc.array(fc.string({ unit: fc.constantFrom(..."a\" ,;\t\nÄ'=") }), {
    minLength: 1,
    maxLength: 4,
  });

  it("is read as csv-parse reads it, whatever is quoted", () => {
    fc.assert(
      fc.property(
        fc.array(fields, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        (rows, delimiter, end) => {
          const text = rows
            .map((row) => row.map((field) => `"${field.replace(/"/g, '""')}"`).join(delimiter))
            .join(end);
          const ours = readDelimited(text, delimiter as ",", "strict").rows;
          const theirs = parseCsv(text, { delimiter, relax_column_count: true }) as string[][];
          expect(ours?.map(({ cells }) => cells)).toEqual(theirs);
        },
      ),
    );
  });

  it("ends, however it is damaged, and keeps all that stands in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a",\n\r\t ') }), (text) => {
        const rows = readDelimited(text, ",", "loose").rows ?? [];
        const letters = (value: string) => value.replace(/[^a]/g, "").length;
        const kept = rows.flatMap(({ cells }) => cells).map((cell) => letters(String(cell)));
        expect(kept.reduce((a, b) => a + b, 0)).toBe(letters(text));
      }),
    );
  });

  it("counts lines as an editor does, also where a field has several", () => {
    const { rows } = readDelimited('a,"b\r\nc"\r\nd,e', ",", "strict");
    expect(rows?.map(({ row }) => row)).toEqual([1, 3]);
  });

  it("is refused where a quotation mark is not closed, with the line where it opens", () => {
    const { faults } = csv('id,answer\n1.1,Met\n1.2,"Met\n1.3,Met\n');
    expect(faults.map(({ fault }) => fault)).toEqual([{ code: "quotes", row: 3 }]);
    expect(csv('sep=;\nid;answer\n1.1;"Met').faults[0]?.fault).toEqual({ code: "quotes", row: 3 });
  });

  it("from a clipboard may begin with a mark that means nothing", () => {
    expect(told(paste('id\tevidence\n1.1\t"Plan" of 2026\n1.2\t"half\n1.3\t"two\nlines"'))).toEqual(
      ['1.1 Evidence="\\"Plan\\" of 2026"', '1.2 Evidence="\\"half"', '1.3 Evidence="two\\nlines"'],
    );
  });

  it.each([
    ["commas", "id,answer\n1.1,Met\n"],
    ["semicolons", "id;answer\r\n1.1;Met\r\n"],
    ["tabs", "id\tanswer\n1.1\tMet"],
    ["Excel's hint", "\ufeffsep=;\r\nid;answer\r\n1.1;Met\r\n"],
    ["a comma in a note between semicolons", "id;answer;scope\n1.1;Met;a, b, c, d\n"],
    ["titles above", "Answers, February, all\n\nid,answer\n1.1,Met\n"],
    ["no heads", "1.1;Met\n"],
  ])("is told apart with %s", (_, text) => {
    expect(told(csv(text))).toEqual(['1.1 Self_Answer="Met"']);
  });

  it("that would run as a formula is read back without what guards it", () => {
    expect(["=1", "+49", "-5", "@x", "'=1", " =1", "a", "'a"].map(guarded)).toEqual([
      "'=1",
      "'+49",
      "'-5",
      "'@x",
      "''=1",
      "' =1",
      "a",
      "'a",
    ]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."'=+-@ \ta\"") }), (text) => {
        fc.pre(!/^="/.test(text));
        expect(unguarded(guarded(text))).toBe(text);
      }),
    );
    expect(unguarded('="8.1.9"')).toBe("8.1.9");
    expect(unguarded(guarded('="8.1.9"'))).toBe('="8.1.9"');
  });
});
