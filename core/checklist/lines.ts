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
  if (/^$|^\s|\s$|[\t\r]/m.test(text)) return "has an empty line, or stray spaces";
  if (/^-(?! \S)/m.test(text)) return "has a hyphen that begins no part of a list";
  const blocks = blocksOf(text);
  const lists = blocks.flatMap((block) => ("list" in block ? [block.list] : []));
  if (lists.length === 0 && blocks.length > 1) return "has several lines and no list";
  for (const parts of lists) {
    if (parts.length < 2) return "has a list of one part";
    if (parts.some((part) => /[;,:]$/.test(part))) return "has a part that ends like a beginning";
    // The last part may end a sentence that all of them make, such as a question.
    if (parts.slice(0, -1).some(isEnded) && !parts.every(isEnded))
      return "mixes sentences and parts of one";
  }
  return null;
}
