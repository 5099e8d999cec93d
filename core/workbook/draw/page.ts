/** What every printed page carries: sheet, partner, version and page number. */

import type { Checklist } from "../../checklist/types.ts";
import { PAGE, PARTNER_UNNAMED } from "../../words/sheets.ts";
import type { Area, PageHeader, PagePlan } from "../port.ts";

/** Excel counts at most 255 characters in a header, codes included and each `&` written twice. */
const LONGEST_PARTNER = 120;

/** Cut between whole characters, so that no half of one is left over. */
function shortened(text: string): string {
  const width = (character: string) => (character === "&" ? 2 : character.length);
  const characters = Array.from(text);
  let room = LONGEST_PARTNER;
  if (characters.reduce((sum, character) => sum + width(character), 0) <= room) return text;
  room -= 1;
  const kept = characters.findIndex((character) => {
    room -= width(character);
    return room < 0;
  });
  return `${characters.slice(0, kept).join("")}…`;
}

interface PageWords {
  readonly header: PageHeader;
  readonly footer: PageHeader;
}

/** Of the paper, in millimetres. */
export const MARGIN = 10;

/** A sheet that is printed across, as wide as the paper; what `own` says of it is otherwise. */
export const pageOf = (
  sheet: string,
  of: Parameters<typeof pageHeader>[1],
  area: Area | null,
  own: Partial<PagePlan> = {},
): PagePlan => ({
  orientation: "landscape",
  scale: { fitWidth: 1 },
  area,
  rowBreaks: [],
  titleRows: null,
  margin: MARGIN,
  ...pageHeader(sheet, of),
  ...own,
});

export const pageHeader = (
  sheet: string,
  of: { readonly checklist: Checklist; readonly partner: string },
): PageWords => pageWords(sheet, of.partner, PAGE.version(of.checklist));

/** The same for sheets that know of the checklist only what is printed of it. */
export function pageWords(sheet: string, partner: string, version: string): PageWords {
  const shown = partner === "" ? PARTNER_UNNAMED : partner;
  return {
    header: { left: [shortened(shown)], right: [version] },
    footer: {
      left: [sheet],
      right: [PAGE.pageOf[0], { field: "page" }, PAGE.pageOf[1], { field: "pages" }],
    },
  };
}
