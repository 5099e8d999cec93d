/** Fingerprints of an item's text: a workbook holds those of the texts that it was made with. */

/** 32 bits of FNV-1a as hexadecimal: tells texts apart, protects nothing. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** Programs break lines in more than one way. */
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Of what an item asks, as it stands in a sheet. */
export const itemFingerprint = (title: string, requirement: string): string =>
  fingerprint(`${plain(title)}\n${plain(requirement)}`);
