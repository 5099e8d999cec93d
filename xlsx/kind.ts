/** What sort of workbook a file is, as far as its name, its mail type and the right to change it go. */

import { openPackage, relations } from "./package.ts";
import { attribute, walk } from "./xml.ts";

export interface WorkbookKind {
  /** Excel opens it only under the name .xlsm. */
  readonly hasMacros: boolean;
  /** Somebody vouched for its bytes, which no change leaves as they are. */
  readonly isSigned: boolean;
}

const CONTENT_TYPES = "[Content_Types].xml";

/** Throws `HostError` where the file is no readable workbook. */
export function kindOf(bytes: Uint8Array): WorkbookKind {
  const { parts, workbookPath } = openPackage(bytes);
  let type = "";
  walk(parts.text(CONTENT_TYPES), CONTENT_TYPES, {
    open(tag) {
      const part = attribute(tag, "PartName")?.replace(/^\//, "").toLowerCase();
      if (part === workbookPath.toLowerCase()) type = attribute(tag, "ContentType") ?? "";
      const ending = attribute(tag, "Extension")?.toLowerCase();
      const isUsual = ending !== undefined && workbookPath.toLowerCase().endsWith(`.${ending}`);
      if (isUsual && type === "") type = attribute(tag, "ContentType") ?? "";
    },
  });
  return {
    hasMacros: type.toLowerCase().includes("macroenabled"),
    isSigned: relations(parts, "").some(({ kind }) => kind === "origin"),
  };
}
