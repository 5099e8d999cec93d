/** Text of XML that is written: escapes and tags. */

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** For what stands between tags. Characters that XML cannot hold are dropped; cells keep them, see `encodeCellText`. */
export const escapeText = (text: string): string =>
  text.replace(
    /[&<>\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
    (c) => ENTITIES[c] ?? "",
  );

export const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"\u0000-\u001f\ufffe\uffff]/g, (c) => ENTITIES[c] ?? "");

/** An opening tag from its name and attributes; undefined ones are left out. */
export function tagText(
  rawName: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  isSelfClosing = false,
): string {
  let text = `<${rawName}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${key}="${escapeAttribute(String(value))}"`;
  }
  return `${text}${isSelfClosing ? "/>" : ">"}`;
}

/** The prefix of a raw name with its colon, or nothing. */
export const prefixOf = (rawName: string): string => rawName.slice(0, rawName.indexOf(":") + 1);

/** Elements that were made without prefix, as a file writes them whose `rawName` has one. */
export function prefixed(body: string, rawName: string): string {
  const prefix = prefixOf(rawName);
  return prefix === "" ? body : body.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
}

/** A `<t>` element of encoded text. Without the mark programs may drop blanks at the ends; only for them it stands there. */
export function textElement(encoded: string, prefix = ""): string {
  const mark = /^\s|\s$|\n|\t| {2}/.test(encoded) ? ' xml:space="preserve"' : "";
  return `<${prefix}t${mark}>${escapeText(encoded)}</${prefix}t>`;
}

/** What XML cannot hold, as `_x000D_`; text that looks like that is escaped itself. */
export function encodeCellText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}

export function decodeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
