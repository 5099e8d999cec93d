/** Short titles where a file gives none. */

/** The title, without the name of its group before a colon, cut at a word where it is too long. */
export function shortOf(title: string, most: number): string {
  const own = title.replace(/^.*: (.)/, (_, first: string) => first.toUpperCase());
  if (own.length <= most) return own;
  const space = own.slice(0, most).lastIndexOf(" ");
  const cut = own.slice(0, space > most / 2 ? space : most - 1);
  // Half of a character is none.
  return `${cut.replace(/[\ud800-\udbff]$/, "").replace(/[\s,;:]+$/, "")}…`;
}
