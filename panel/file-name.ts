/** Names of files that every system takes. */

/** What no system takes in the name of a file becomes a space. */
export function fileName(name: string, ending: string): string {
  const plain = Array.from(
    name.replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, " ").replace(/\s+/g, " "),
  )
    .slice(0, 100)
    .join("")
    .replace(/^[. ]+|[. ]+$/g, "");
  return `${plain}.${ending}`;
}
