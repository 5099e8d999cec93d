/** Lays rows of text out in columns: the first to the left, figures to the right. */

/** `left` names the columns (from 0) that are aligned to the left. */
export function table(rows: readonly (readonly string[])[], left: readonly number[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return left.includes(column) ? cell.padEnd(width) : cell.padStart(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
