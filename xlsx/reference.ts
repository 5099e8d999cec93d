/** References to cells of a sheet, as formulas and names write them. */

/** The sheet's name as formulas need it. Short ones like `Q1` are quoted too: they could be cells. */
export function quoted(sheet: string): string {
  const isPlain = /^[A-Za-z_]{4,}$/.test(sheet);
  return isPlain ? sheet : `'${sheet.replace(/'/g, "''")}'`;
}

/** `'AWS Services'!$B$4`. */
export function reference(sheet: string, address: string): string {
  return `${quoted(sheet)}!${address}`;
}
