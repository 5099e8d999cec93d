/** The workbook out of a mail, as mail programs save it: .eml. */

import PostalMime, { type Attachment, type Email } from "postal-mime";
import { workbookType } from "../outbox/media.ts";
import { Refused, readBytes } from "./files.ts";
import { printable } from "./speak.ts";
import type { Folder } from "./terminal.ts";
import { CLI_TEXT } from "./words.ts";

export const isMailName = (file: string): boolean => /\.eml$/i.test(file);

export interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const TYPES = [false, true].map((hasMacros) => workbookType({ hasMacros }).toLowerCase());
/** A mail in a mail, as when it is forwarded; deeper ones are nobody's. */
const DEEPEST = 3;

/** Every workbook attached to a mail, also to one that it forwards. Refused where there is none. */
export async function attachedWorkbooks(folder: Folder, file: string): Promise<Attached[]> {
  const found = await workbooksIn(file, readBytes(folder, file), 0);
  if (found.length === 0) throw new Refused(CLI_TEXT.mailWithout(file));
  return found;
}

async function workbooksIn(file: string, bytes: Uint8Array, depth: number): Promise<Attached[]> {
  const { attachments } = await parsed(file, bytes);
  const found: Attached[] = [];
  for (const attachment of attachments) {
    const content = bytesOf(attachment);
    const name = printable(attachment.filename ?? "");
    if (attachment.mimeType === "message/rfc822" || isMailName(name)) {
      if (depth < DEEPEST) found.push(...(await workbooksIn(file, content, depth + 1)));
    } else if (/\.xls[xm]$/i.test(name) || TYPES.includes(attachment.mimeType))
      found.push({ name, bytes: content });
  }
  return found;
}

async function parsed(file: string, bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes);
  } catch (error) {
    throw new Refused(CLI_TEXT.mailBroken(file), { cause: error });
  }
}

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
