/** An imaginary partner half-way through its self-assessment, to look at the product by: the one of the README. */

import type { Inputs, ItemInputs } from "../audit/inputs.ts";
import type { IsoDate, ItemId } from "../checklist/domain.ts";
import { isFull, textsOf } from "../checklist/lookup.ts";
import type { Checklist, Item } from "../checklist/types.ts";
import { EXAMPLE } from "../words/example.ts";
import { blankInputs } from "./draw/blueprint.ts";

/** How far the partner has come with the items of a version. */
export interface Story {
  readonly version: string;
  /** The panel and the sheet show them as the next tasks. */
  readonly open: ReadonlySet<string>;
  readonly notMet: ReadonlySet<string>;
  /** Met, and nothing is named yet that shows it. */
  readonly bare: ReadonlySet<string>;
  /** What is named in words of its own; the others have what their kind of evidence suggests. */
  readonly evidence: Readonly<Record<string, string>>;
}

export function exampleInputs(checklist: Checklist, story: Story): Inputs {
  const blank = blankInputs(checklist);
  const filled: Record<ItemId, ItemInputs> = {};
  checklist.items.forEach((item, index) => {
    const own = blank.items[item.id];
    if (!own) return;
    const isOpen = story.open.has(item.id);
    const hasNone = isOpen || story.bare.has(item.id);
    filled[item.id] = {
      ...own,
      self: isOpen ? "unanswered" : story.notMet.has(item.id) ? "notMet" : "met",
      evidence: story.evidence[item.id] ?? (hasNone ? "" : evidenceOf(checklist, item)),
      owner: EXAMPLE.people[index % EXAMPLE.people.length] ?? "",
    };
  });
  return {
    ...blank,
    partner: EXAMPLE.partner,
    items: filled,
    services: blank.services.map((service, index) => ({
      ...service,
      example: index < 3 ? EXAMPLE.use : "",
      support: index < 3 ? EXAMPLE.support : "",
      compliant: true,
    })),
    prerequisites: {
      ...blank.prerequisites,
      tier: "Advanced",
      references: [
        {
          customer: "Northwind Traders",
          kind: "New customer",
          on: "2026-02-02" as IsoDate,
          isPublic: true,
          isPaying: true,
        },
        {
          customer: "Fabrikam",
          kind: "New engagement",
          on: "2026-04-20" as IsoDate,
          isPublic: false,
          isPaying: true,
        },
      ],
    },
  };
}

/** As its first kind suggests. */
function evidenceOf(checklist: Checklist, item: Item): string {
  const [kind] = isFull(checklist) ? textsOf(checklist, item).evidenceKinds : [];
  if (kind === "demonstration") return EXAMPLE.demonstration(item.shortTitle);
  return kind === "record" ? EXAMPLE.record(item.shortTitle) : EXAMPLE.document(item.shortTitle);
}
