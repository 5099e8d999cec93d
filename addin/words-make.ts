/** Sentences of the Excel add-in while it makes a checklist. */

export const MAKE_TEXT = {
  building: (sheet: string, place: number, count: number) =>
    `Building ${sheet}, sheet ${place} of ${count}`,
  buildingNames: "Building the workbook",
  finishing: "Finishing",
  /** A title for a sheet where a sheet of the user's has the usual one; 31 characters at most. */
  besideTitle: (name: string, count: number) => `${name} (MSP${count === 1 ? "" : ` ${count}`})`,
  nameClash: (names: readonly string[]) =>
    `This workbook uses the ${names.length === 1 ? "name" : "names"} ${list(names)}, which the checklist needs. Nothing was changed. Rename ${names.length === 1 ? "it" : "them"} in Formulas, Name Manager, and try again.`,
  structureLocked:
    "The structure of this workbook is protected, so no sheet can be added. Nothing was changed. Take the protection off in Review, Protect Workbook, and try again.",
  alreadyHere:
    "This workbook has a checklist already. It is the one that the panel shows; another needs a workbook of its own.",
  buildUndone: (reason: string) =>
    `The checklist could not be built. ${reason} What had been made was taken away again; your own sheets are as they were.`,
  buildLeft: (reason: string, sheets: readonly string[]) =>
    `The checklist could not be built. ${reason} Not all that had been made could be taken away: delete ${list(sheets)} by hand. Your own sheets are as they were.`,
  waiting: "Excel is editing a cell. Press Enter to go on.",
  otherPanel:
    "Another panel is making a checklist in this workbook. Nothing was changed. Wait until it is done, then try again.",
  cancelled: "It was stopped on request.",
} as const;

function list(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}
