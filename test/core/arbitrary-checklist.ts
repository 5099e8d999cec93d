/** Random checklist files that are valid, out to the limits of what a file may hold. */

import fc from "fast-check";
import type { Json } from "../../core/checklist/domain.ts";
import { LIMITS } from "../../core/checklist/file/limits.ts";

/** What a sheet, a formula, a page, a header or a file could take for something else. */
const ODD = [
  "=1+1",
  "+SUM(A1)",
  "@cmd",
  "-2",
  '"&A1&"',
  "<b>bold</b>",
  "&amp; &P &D",
  "a'b",
  "100 %",
  "2030-01-01",
  "1E5",
  "TRUE",
  "#REF!",
  "{partner}",
  "Ünïcödé 😀 漢字",
  "x_x000D_y",
  "]]>",
];
const word = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z][a-z]{2,9}$/) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
);
/** One line of at most so many characters, often nearly as many. */
const line = (most: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      {
        weight: 4,
        arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(" ")),
      },
      { weight: 1, arbitrary: fc.constantFrom("W", "i", "漢").map((one) => one.repeat(most)) },
    )
    .map((text) =>
      text
        .slice(0, most)
        .replace(/[\ud800-\udbff]$/, "")
        .trim(),
    );
const title = line(LIMITS.title);
const name = line(LIMITS.name);
const sentence = line(300).filter((each) => !/^-/.test(each));
const text = fc.oneof(
  sentence,
  fc.constant(""),
  fc
    .array(fc.stringMatching(/^[A-Za-z][a-z ]{2,20}[a-z]$/), { minLength: 2, maxLength: 5 })
    .map((parts) => ["Shown are:", ...parts.map((part) => `- ${part}`)]),
);

const sometimes = <T extends Json>(key: string, value: fc.Arbitrary<T>): fc.Arbitrary<Part> =>
  fc
    .option(value, { freq: 2, nil: undefined })
    .map((found) => (found === undefined ? {} : { [key]: found }));
type Part = { readonly [key: string]: Json };
const together = (...parts: readonly fc.Arbitrary<Part>[]): fc.Arbitrary<Part> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Part);

const loss = fc.integer({ min: -500, max: -1 });
const points = fc.oneof(
  fc.record({ ifNotMet: loss, ifMet: fc.constant(0) }),
  fc.record({ ifNotMet: fc.constant(0), ifMet: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ ifNotMet: loss, ifMet: fc.integer({ min: 1, max: 60 }) }),
);

/** Without its id, group and list. */
const item = together(
  fc.record({ title, requirement: text, evidence: text }),
  points,
  sometimes("mandatory", fc.boolean()),
  sometimes("shortTitle", line(LIMITS.shortItem)),
  sometimes("evidenceKinds", fc.constant(["document", "record"])),
  sometimes("notEnough", sentence),
  sometimes("provenance", fc.constantFrom("stated", "inferred")),
  sometimes("resellerOnly", fc.boolean()),
  sometimes("renewal", fc.constantFrom("newOrExpanded", "existing", "both")),
  sometimes("sourceLine", fc.integer({ min: 1, max: 9_999 })),
  sometimes("advice", fc.constant(["A word."])),
);

const section = fc.record({
  id: fc.integer({ min: 1, max: 99 }).map(String),
  /** Whether its items have letters, and stand under a heading of their own. */
  mark: fc.option(fc.stringMatching(/^[A-Z]{2,4}$/), { nil: null }),
  isGrouped: fc.boolean(),
  more: together(
    fc.record({ title }),
    sometimes("shortTitle", line(LIMITS.shortSection)),
    sometimes("part", name),
  ),
  group: together(
    fc.record({ title, requirement: text, evidence: text }),
    sometimes("requirementForItems", sentence),
    sometimes("evidenceForItems", sentence),
  ),
  items: fc.array(item, { minLength: 1, maxLength: 7 }),
});
type Section = typeof section extends fc.Arbitrary<infer T> ? T : never;

/** Ids are of the section, so that they are each another where the sections are. */
function sectionOf({ id, mark, isGrouped, more, group, items }: Section, place: number): Part {
  const groupId = `${id}.1`;
  const itemId = (at: number) => {
    if (mark !== null) return `${mark}-${place}${String(at + 1).padStart(2, "0")}`;
    return isGrouped ? `${groupId}.${at + 1}` : `${id}.${at + 1}`;
  };
  return {
    id,
    ...more,
    ...(isGrouped ? { groups: [{ id: groupId, ...group }] } : {}),
    items: items.map((each, at) => ({
      id: itemId(at),
      ...(isGrouped ? { group: groupId } : {}),
      ...each,
    })),
  };
}

const whole = (max: number, min = 0) => fc.integer({ min, max });
const passage = fc.record({ title, paragraphs: fc.array(sentence, { maxLength: 3 }) });

const around = together(
  fc.record({
    schema: fc.constant(1),
    id: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    version: fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/),
    revision: whole(20, 1),
    title: line(LIMITS.cover),
    shortTitle: name,
    program: name,
    manager: name,
    maker: line(LIMITS.shortSection),
    published: name,
    language: fc.constantFrom("en", "de-AT"),
    clock: fc.record({
      replyDays: whole(40),
      summaryHours: whole(100),
      closureDays: whole(40),
      finalReportDays: whole(40),
      decisionDays: whole(40),
    }),
    renewal: fc.option(
      fc.record({
        months: whole(60, 1),
        fullAuditMonths: whole(90, 1),
        oldestVersion: fc.constantFrom("3.0", "12"),
      }),
      { nil: null },
    ),
    references: fc.tuple(whole(8), whole(8), whole(30), whole(30)).map(([a, b, c, d]) => ({
      needed: Math.max(a, b),
      publicNeeded: Math.min(a, b),
      fineMonths: Math.min(c, d),
      oldestMonths: Math.max(c, d),
    })),
    mail: fc.record({
      to: fc.constant("a+b@c-d.example"),
      subject: title
        .map((own) => own.replace(/[{}]/g, ""))
        .filter((own) => own.trim() === own && own !== ""),
    }),
  }),
  sometimes("process", fc.array(passage, { maxLength: 2 })),
  sometimes("readings", passage),
  sometimes(
    "definitions",
    fc.array(fc.record({ term: title, meaning: sentence }), { maxLength: 3 }),
  ),
  sometimes(
    "prerequisites",
    fc.array(fc.record({ title, requirement: sentence }), { maxLength: 3 }),
  ),
  sometimes(
    "links",
    fc.array(fc.record({ title, url: fc.constant("https://a.example/?b=c&d='e'") }), {
      maxLength: 2,
    }),
  ),
  sometimes(
    "changes",
    fc.array(fc.record({ from: name, to: name, changes: fc.array(sentence) }), { maxLength: 2 }),
  ),
);

const open = fc.option(
  fc.record({
    choices: fc.constantFrom([0, 15], [0, 10, 25], [5]),
    mandatoryLoss: loss,
    place: name,
    most: whole(4, 1),
  }),
  { nil: null },
);

/** The file as a value. */
export const arbitraryFile: fc.Arbitrary<Part> = fc
  .record({
    sections: fc.uniqueArray(section, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
    around,
    open,
    services: fc.option(
      fc.uniqueArray(title, { minLength: 1, maxLength: 6, selector: (own) => own.toLowerCase() }),
      { nil: null },
    ),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ sections: all, around: rest, open: values, services, share }) => {
    const bare = all.map(sectionOf) as unknown as readonly (Part & { items: readonly Part[] })[];
    let left = values?.most ?? 0;
    const sections = bare.map((each) => ({
      ...each,
      items: each.items.map((own): Part => {
        const { renewal, ...known } = own;
        const listed = rest.renewal === null || renewal === undefined ? known : own;
        if (!values || left === 0) return listed;
        left -= 1;
        const { mandatory: _, ...free } = listed;
        const ifMet = values.choices[left % values.choices.length] ?? 0;
        const ifNotMet = ifMet === 0 ? values.mandatoryLoss : 0;
        return { ...free, ifMet, ifNotMet, provenance: "reconstructed" };
      }),
    }));
    // There has to be something to earn.
    const [first] = sections;
    const [head, ...tail] = first?.items ?? [];
    const items = sections.flatMap((each) => each.items);
    if (
      first &&
      head &&
      items.every(({ ifMet }) => ifMet === 0) &&
      head.provenance !== "reconstructed"
    )
      first.items = [{ ...head, ifMet: 9 }, ...tail];
    const every = sections.flatMap((each) => each.items);
    const sum = (some: readonly Part[]) =>
      some.reduce((total, { ifMet }) => total + Number(ifMet), 0);
    const lost = every.filter(({ provenance }) => provenance === "reconstructed");
    const most = sum(every);
    return {
      ...rest,
      most,
      pass: Math.max(1, Math.round(most * share)),
      sections,
      ...(values && lost.length > 0
        ? {
            openValues: {
              choices: values.choices,
              mandatoryLoss: values.mandatoryLoss,
              place: values.place,
              sum: sum(lost),
            },
          }
        : {}),
      ...(services
        ? {
            services: {
              item: String(every[0]?.id),
              list: services.map((own, at) => ({
                name: own,
                category: "Any",
                isNew: at % 2 === 0,
              })),
            },
          }
        : {}),
    };
  })
  .filter(({ most }) => Number(most) > 0);
