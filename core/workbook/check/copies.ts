/** Sheets that look like the Checklist beside the one that is read. */

import { rule } from "./rule.ts";

export const copiedSheets = rule({
  severity: { checklistCopied: "warning" },
  *check({ snapshot, told }) {
    const isTold = (sheet: string) =>
      told.some(({ code, values }) => code === "sheetMissing" && values.sheet === sheet);
    const sheets = (snapshot.lookalikes ?? []).filter((sheet) => !isTold(sheet));
    if (sheets.length > 0) yield { code: "checklistCopied", place: null, values: { sheets } };
  },
});
