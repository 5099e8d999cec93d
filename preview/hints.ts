/** What is said of the selected cell: the message of its input rule, and where a link in it leads. */

import { parseArea } from "../core/workbook/a1.ts";
import { contains } from "../core/workbook/area.ts";
import type { Place } from "../core/workbook/issues.ts";
import type { Blueprint, CellValue } from "../core/workbook/port.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";

export interface Hint {
  readonly title: string;
  readonly message: string;
  readonly link: HintLink | null;
}

/** An address on the web, or a place in the checklist. */
export type HintLink =
  | { readonly label: string; readonly address: string }
  | { readonly label: string; readonly place: Place };

/** Null where nothing has to be said. `value` is what stands in the cell now, whoever wrote it. */
export function hintOf(plan: Blueprint, place: Place, value: CellValue): Hint | null {
  const sheet = plan.sheets.find(({ name }) => name === place.sheet);
  const planned = sheet?.cells.find(
    ({ row, column }) => row === place.row && column === place.column,
  );
  const prompt = sheet?.inputs.find(
    ({ prompt, areas }) => prompt && areas.some((area) => contains(area, place)),
  )?.prompt;
  const link = planned?.link === undefined ? typedLink(value) : plannedLink(planned.link, plan);
  if (!prompt && !link) return null;
  return { title: prompt?.title ?? "", message: prompt?.message ?? "", link };
}

function plannedLink(link: string, plan: Blueprint): HintLink | null {
  if (!link.startsWith("#")) return webLink(link);
  const mark = link.lastIndexOf("!");
  const name = link.slice(1, mark).replace(/^'(.*)'$/, "$1");
  const area = parseArea(link.slice(mark + 1));
  const sheet = plan.sheets.find((candidate) => candidate.name === name.replaceAll("''", "'"));
  if (!area || sheet?.visibility !== "visible") return null;
  return {
    label: TEXT.goTo(sheet.name),
    place: { sheet: sheet.name, row: area.row, column: area.column },
  };
}

/** The first web address in a text; stops and brackets after it belong to the sentence. */
function typedLink(value: CellValue): HintLink | null {
  const found = typeof value === "string" ? /https?:\/\/[^\s<>"“”]+/i.exec(value)?.[0] : undefined;
  return found === undefined ? null : webLink(found.replace(/[.,;:!?)\]’']+$/, ""));
}

/** Only http and https: a cell of somebody else's file must not run or open anything else. */
function webLink(address: string): HintLink | null {
  try {
    const { protocol, host, href } = new URL(address);
    return /^https?:$/.test(protocol) ? { label: TEXT.openLink(host), address: href } : null;
  } catch {
    return null;
  }
}
