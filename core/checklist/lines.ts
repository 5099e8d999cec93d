/**
 * The shape of what is asked: a text is lines, and those that begin with `- ` are the parts of a list. A panel shows
 * it as paragraphs and lists, a cell as running text. The parts say what they are by their line alone, so that
 * punctuation inside them stays what it is.
 */

export type Block = { readonly text: string } | { readonly list: readonly string[] };

const MARK = "- ";

/** As paragraphs and lists, in order. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: ({ text: string } | { list: string[] })[] = [];
  if (text === "") return blocks;
  for (const line of text.split("\n")) {
    if (!line.startsWith(MARK)) {
      blocks.push({ text: line });
      continue;
    }
    const last = blocks[blocks.length - 1];
    const part = line.slice(MARK.length);
    if (last !== undefined && "list" in last) last.list.push(part);
    else blocks.push({ list: [part] });
  }
  return blocks;
}

/** As one paragraph: parts that are no sentences of their own are parted by semicolons. */
export function runningText(text: string): string {
  return blocksOf(text)
    .flatMap((block) => ("text" in block ? [block.text] : ended(block.list)))
    .join(" ");
}

const ended = (parts: readonly string[]): string[] =>
  parts.map((part, index) =>
    isEnded(part) ? part : `${part}${index === parts.length - 1 ? "." : ";"}`,
  );

const isEnded = (part: string): boolean => /[.?!]$/.test(part);

/** Why a text is not of this shape; null where it is. A text that asks for nothing is blank. */
export function wrongLines(text: string): string | null {
  if (text === "") return null;
  const lines = text.split("\n");
  for (const line of lines) {
    if (line === "") return "has an empty line";
    if (line.trim() !== line) return `has spaces around “${line.trim()}”`;
    if (/[\t\r]/.test(line)) return `has a tab or a carriage return in “${line}”`;
    if (/^-(?! \S)/.test(line))
      return `has a hyphen before “${line.slice(1).trim()}” that is not “- ”`;
  }
  const lists = blocksOf(text).flatMap((block) => ("list" in block ? [block.list] : []));
  if (lists.length === 0 && lines.length > 1) return "has several lines and no list";
  for (const parts of lists) {
    if (parts.length < 2) return `has a list of one part, “${parts[0]}”`;
    for (const part of parts)
      if (/[;,:]$/.test(part)) return `has a part that ends like a beginning, “${part}”`;
    // A question at the end of a list of questions ends them all.
    const before = parts.slice(0, -1);
    const sentences = before.filter(isEnded).length;
    if (sentences > 0 && !parts.every(isEnded))
      return `mixes sentences and parts of one at “${parts[0]}”`;
  }
  return null;
}
