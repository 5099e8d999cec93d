/** Changes a cell only while it still holds what was read from it. */

type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * Replaces the cell's value unless somebody has changed it since it was read: a search that finds the old
 * text and replaces it is one step for Sheets, a reading and a writing are two. Returns how many it replaced.
 */
export function replaceIfStill(
  cell: Range,
  before: string | number,
  word: string | number,
): number {
  if (typeof word === "number" || word === "" || String(before).trim() === "") {
    if (cell.getValue() !== before) return 0;
    cell.setValue(word);
    return 1;
  }
  return cell
    .createTextFinder(String(before))
    .matchCase(true)
    .matchEntireCell(true)
    .replaceAllWith(word);
}
