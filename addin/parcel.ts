/** A small file as the fragment of an address, which no server ever sees, and back. */

import { deflateSync, inflateSync } from "fflate";
import type { NamedFile } from "../panel/types.ts";

/** Browsers and those that open them pass on so much without fail. */
const LONGEST = 30_000;

/**
 * What may travel so, by the end of its name. A page is saved and never shown: a browser that showed it would do so
 * under the add-in's own address.
 */
const TYPES: Readonly<Record<string, string>> = {
  ics: "text/calendar",
  html: "application/octet-stream",
};

const typeOf = (name: string): string | undefined => TYPES[/\.(\w+)$/.exec(name)?.[1] ?? ""];

/** Null where it is too long. */
export function fragmentOf({ name, bytes }: NamedFile): string | null {
  const packed = Array.from(deflateSync(bytes, { level: 9 }), (byte) => String.fromCharCode(byte));
  const base64 = btoa(packed.join("")).replaceAll("+", "-").replaceAll("/", "_");
  const fragment = `#${encodeURIComponent(name)}/${base64.replace(/=+$/, "")}`;
  return fragment.length > LONGEST ? null : fragment;
}

/** Null where there is none, or none of ours. */
export function fileIn(fragment: string): NamedFile | null {
  try {
    const [, written = "", base64 = ""] = /^#([^/]+)\/([\w-]+)$/.exec(fragment) ?? [];
    const name = decodeURIComponent(written);
    const type = typeOf(name);
    if (type === undefined) return null;
    const packed = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    return { name, type, bytes: inflateSync(Uint8Array.from(packed, (c) => c.charCodeAt(0))) };
  } catch {
    return null;
  }
}
