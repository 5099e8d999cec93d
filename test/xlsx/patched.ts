/** What tests of patching share: a drawn sample, its parts, and a look at single cells. */

import { unzipSync } from "fflate";
import { expect } from "vitest";
import type { ItemId } from "../../core/checklist/domain.ts";
import type { Change, Edit } from "../../core/workbook/port.ts";
import { drawBlueprint } from "../../xlsx/draw.ts";
import { Parts } from "../../xlsx/parts.ts";
import { sampleBlueprint } from "./sample.ts";

export const id = (text: string) => text as ItemId;
export const edit = (name: string, value: Edit["value"], more: Partial<Edit> = {}): Change => ({
  edits: [{ name, value, ...more }],
});
export const sample = drawBlueprint(sampleBlueprint());
export const text = (bytes: Uint8Array, part: string) => new Parts(bytes).text(part);
export const CHECKLIST = "xl/worksheets/sheet2.xml";
export const TINY_SHEET = "xl/worksheets/sheet1.xml";

/** The cell's source. */
export function cell(bytes: Uint8Array, part: string, address: string): string | undefined {
  return new RegExp(`<c r="${address}"(?:[^>]*/>|[\\s\\S]*?</c>)`).exec(text(bytes, part))?.[0];
}

/** Fails where more than the named parts differ, and where those differ in more than the given pieces. */
export function expectOnly(
  before: Uint8Array,
  after: Uint8Array,
  changed: readonly string[],
): void {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  expect(Object.keys(now)).toEqual(Object.keys(old));
  for (const [name, bytes] of Object.entries(old)) {
    if (!changed.includes(name)) expect(Buffer.compare(now[name] ?? bytes, bytes), name).toBe(0);
  }
}
