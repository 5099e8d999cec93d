/** Texts with links behind their words. */

import { strict } from "./strict.ts";
import type { TextLink, World } from "./world.ts";

type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue;

/** The whole has a link only where one lies behind all of it. */
export function richText(world: World, text: string, links: readonly TextLink[]): RichTextValue {
  const whole = links.find(({ from, to }) => from === 0 && to === text.length);
  const ends = [...new Set([0, text.length, ...links.flatMap(({ from, to }) => [from, to])])];
  const places = ends.sort((a, b) => a - b);
  return strict<RichTextValue>(world, "RichTextValue", {
    getText: () => text,
    getLinkUrl: () => whole?.url ?? null,
    getRuns: () =>
      places.slice(1).map((end, index) => {
        const start = places[index] ?? 0;
        const link = links.find(({ from, to }) => from <= start && end <= to);
        return strict<RichTextValue>(world, "RichTextValue", {
          getText: () => text.slice(start, end),
          getLinkUrl: () => link?.url ?? null,
        });
      }),
  });
}
