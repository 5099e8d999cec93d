/** The word that was probably meant by one that is none: for "did you mean". */

/** So many letters may differ in a word of so many. */
const allowed = (word: string): number => Math.max(1, Math.floor(word.length / 4));

/** Null where none is near enough, or two are as near. Capitals make no difference. */
export function nearest(typed: string, words: readonly string[]): string | null {
  const wanted = typed.toLowerCase();
  const ranked = words
    .map((word) => ({ word, distance: distanceOf(wanted, word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = ranked;
  if (!first || first.distance > allowed(first.word)) return null;
  return second?.distance === first.distance ? null : first.word;
}

/** Letters to add, drop, exchange or swap with the next until one word is the other. */
function distanceOf(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > allowed(to)) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1];
      let least = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (isSwapped) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length] ?? 0;
}
