/** Reads lists of e-mail addresses as people type them. */

export interface Addresses {
  /** Each once, as it was typed. */
  readonly addresses: readonly string[];
  /** What stands in the list and is no address. */
  readonly others: readonly string[];
}

const LONGEST_ADDRESS = 254;
const ADDRESS =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

/** Addresses between commas, semicolons, blanks or new lines; `Name <address>` counts as its address. */
export function readAddresses(text: string): Addresses {
  const addresses = new Map<string, string>();
  const others: string[] = [];
  for (const part of text.split(/[,;\n]/)) {
    const named = /<([^<>]*)>\s*$/.exec(part)?.[1];
    for (const word of named === undefined ? part.split(/\s+/) : [named.trim()]) {
      if (word === "") continue;
      if (word.length > LONGEST_ADDRESS || !ADDRESS.test(word)) others.push(word);
      else if (!addresses.has(word.toLowerCase())) addresses.set(word.toLowerCase(), word);
    }
  }
  return { addresses: [...addresses.values()], others };
}
