/** The workbooks that this browser keeps, as the start page lists them. */

import type { RecentBook } from "../panel/types.ts";
import type { Book } from "./store.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";

/** What a workbook is called: after its partner, where it has one. */
export const titleOf = ({ facts, name }: Pick<Book, "facts" | "name">): string =>
  facts && facts.partner !== "" ? facts.partner : name;

export function recentBook(book: Book): RecentBook {
  const { id, at, facts } = book;
  return {
    id,
    title: titleOf(book),
    detail: facts ? TEXT.recentDetail(facts.phase, facts.count, facts.version) : "",
    headline: facts?.headline ?? "",
    meter: facts?.meter ?? null,
    at,
  };
}
