/** The long texts of the catalogue, which the build leaves out of what is loaded before the panel is on the screen. */

import { groups, items } from "../core/checklist/catalogue.ts";
import { hostError } from "./failure.ts";
import { ADDIN_TEXT } from "./words.ts";

/** Puts the texts where the catalogue has none yet. Throws where they cannot be had, and a sentence stands there. */
export async function fillTexts(): Promise<void> {
  try {
    const full = await import("./all-texts.ts");
    for (const item of items)
      Object.assign(
        item,
        full.items.find(({ id }) => id === item.id),
      );
    for (const group of groups)
      Object.assign(
        group,
        full.groups.find(({ id }) => id === group.id),
      );
  } catch (error) {
    const requirement = ADDIN_TEXT.noItemTexts;
    for (const item of items) if (item.requirement === "") Object.assign(item, { requirement });
    throw hostError(ADDIN_TEXT.network, error);
  }
}
