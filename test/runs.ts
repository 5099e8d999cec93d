/**
 * Runs of words of the source document, known by their hashes alone: the text itself is not part of this project,
 * and still no sentence of it can be copied without notice.
 */

/** So many words in a row are a copy; fewer meet by chance. */
export const RUN_WORDS = 9;

const HASH_BYTES = 5;
const LINE_LETTERS = 100;

export interface Word {
  /** In small letters, without apostrophes. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Hyphens part words, and whatever is neither letter nor figure stands between them. */
export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].map(({ 0: found, index }) => ({
    text: found.toLowerCase().replace(/['’]/g, ""),
    from: index,
    to: index + found.length,
  }));

/** Of the words alone; it need not be hard to invert, only hard to hit by chance. */
function hashOf(words: readonly Word[]): string {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (const { text } of words)
    for (let at = 0; at <= text.length; at += 1) {
      // A word ends like no letter.
      const letter = at < text.length ? text.charCodeAt(at) : 0;
      high = Math.imul(high ^ letter, 0x01000193);
      low = Math.imul(low ^ letter, 0x5bd1e995);
      low ^= low >>> 15;
    }
  const hex = (value: number) => (value >>> 0).toString(16).padStart(8, "0");
  return (hex(high) + hex(low)).slice(0, 2 * HASH_BYTES);
}

function* runsOf(words: readonly Word[]): Generator<[at: number, hash: string]> {
  for (let at = 0; at + RUN_WORDS <= words.length; at += 1)
    yield [at, hashOf(words.slice(at, at + RUN_WORDS))];
}

/** Points in the margin, marks of a list, and the version on each page stand between words of a sentence. */
const BETWEEN = /^[\s\uf0b7]*(?:[-+]?\d+|v\d+\.\d+|pg\. \d+)?\s*$/;

/** The hashes of every run of the document, with and without what stands between, as a text of short lines. */
export function runHashes(document: string): string {
  const lines = document.split("\n");
  const whole = lines.filter((line) => !BETWEEN.test(line)).join("\n");
  const hashes = new Set(
    [document, whole].flatMap((text) => [...runsOf(wordsOf(text))].map(([, hash]) => hash)),
  );
  const packed = Buffer.from([...hashes].sort().join(""), "hex").toString("base64");
  return `${packed.replace(new RegExp(`.{${LINE_LETTERS}}`, "g"), "$&\n")}\n`;
}

export function readRunHashes(packed: string): ReadonlySet<string> {
  const hex = Buffer.from(packed, "base64").toString("hex");
  return new Set(hex.match(new RegExp(`.{${2 * HASH_BYTES}}`, "g")) ?? []);
}

/** What a text has in common with the document, where that is more words in a row than names may make. */
export function copiedRuns(
  text: string,
  hashes: ReadonlySet<string>,
  names: RegExp,
): readonly string[] {
  // The document's own hyphens may have been lost at the ends of its lines.
  const joined = text.replace(/(?<=\p{L})-(?=\p{L})/gu, "");
  const found = [text, ...(joined === text ? [] : [joined])].flatMap((each) =>
    runsIn(each, hashes, names),
  );
  return [...new Set(found)];
}

function runsIn(text: string, hashes: ReadonlySet<string>, names: RegExp): string[] {
  const words = wordsOf(text);
  const runs: { first: number; last: number }[] = [];
  for (const [first, hash] of runsOf(words)) {
    if (!hashes.has(hash)) continue;
    const last = first + RUN_WORDS - 1;
    const before = runs[runs.length - 1];
    if (before && first <= before.last) before.last = last;
    else runs.push({ first, last });
  }
  if (runs.length === 0) return [];
  const named = [...text.matchAll(names)].map(({ 0: name, index }) => [index, index + name.length]);
  const isNamed = ({ from, to }: Word): boolean =>
    named.some(([start = 0, end = 0]) => start <= from && to <= end);
  return runs
    .filter(
      ({ first, last }) =>
        words.slice(first, last + 1).filter((word) => !isNamed(word)).length >= RUN_WORDS,
    )
    .map(({ first, last }) => text.slice(words[first]?.from, words[last]?.to).replace(/\s+/g, " "));
}
