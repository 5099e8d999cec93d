/** What is said of lists that are brought in and written out. */

/** Bringing lists in. */
export const IMPORT_SAID = {
  needsSource: "Name what is to be brought in, such as answers.csv.",
  oneOf: "Choose one of --overwrite and --keep.",
  means: (text: string) =>
    `“${text}” does not say what a word means. Write --means done=Met, or done="Not met", or done=blank.`,
  noSuchItem: (id: string) => `--from “${id}”: the checklist has no such item.`,
  nothing: "Nothing was written.",
  refused: (conflicts: number, unknown: number) => {
    const remedies = [
      conflicts === 0
        ? ""
        : `${conflicts === 1 ? "one entry stands" : `${conflicts} entries stand`} here otherwise: --overwrite takes the new, --keep keeps the old`,
      unknown === 0
        ? ""
        : `${unknown === 1 ? "one is" : `${unknown} are`} not understood: mend ${unknown === 1 ? "it" : "them"}, or leave ${unknown === 1 ? "it" : "them"} out with --skip-unknown`,
    ].filter((part) => part !== "");
    return `Nothing was written: ${remedies.join("; ")}.`;
  },
  written: (
    count: number,
    now: Readonly<Record<"fresh" | "changed" | "cleared" | "same", number>>,
    same: number,
  ) => {
    const parts = [
      [now.fresh, "new"],
      [now.changed, "changed"],
      [now.cleared, "cleared"],
    ] as const;
    const told = parts.filter(([many]) => many > 0).map(([many, word]) => `${many} ${word}`);
    const stands = same === 0 ? "" : `; ${same} ${same === 1 ? "stands" : "stand"} here already`;
    if (count === 0) return `nothing to write${stands}`;
    const all = count === 1 ? "1 entry written" : `${count} entries written`;
    return `${all}: ${told.join(", ")}${stands}`;
  },
  kept: (count: number) => `Kept as ${count === 1 ? "it is" : "they are"} here:`,
  left: (count: number) => `Left out, since ${count === 1 ? "it is" : "they are"} not understood:`,
  guessed: () =>
    "Ids that a spreadsheet program changed, or that stand among other words. Look at them:",
  answersFor: (source: string, label: string) =>
    `${source}: answers were read as “${label}”. --as self or --as auditor says whose they are.`,
  unread: (source: string, table: string | null, columns: readonly string[]) =>
    `${source}${table === null ? "" : `, ${table}`}: not read: ${columns.join(", ")}.`,
} as const;

/** Writing lists out. */
export const EXPORT_SAID = {
  oneForm: "Choose one of --csv, --json and --xlsx.",
  needsOutput: "Name the workbook that shall be written: -o OUT.xlsx.",
  written: (file: string, itemsOnly: boolean, items: number) =>
    itemsOnly
      ? `${file}: ${items} items written. Profile, services and prerequisites go along with --xlsx and --json.`
      : `${file}: everything that was entered is written.`,
  replaced:
    "Letters that would steer a terminal were written as blanks. With -o FILE they stay what they are.",
} as const;
