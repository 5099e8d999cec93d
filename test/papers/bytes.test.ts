/** Text as bytes and bytes as base64, against Node's own. */

import fc from "fast-check";
import { expect, it } from "vitest";
import { utf8 } from "../../core/audit/utf8.ts";
import { base64, base64Lines } from "../../outbox/base64.ts";
import { HOSTILE } from "./hostile.ts";

it("UTF-8 is that of TextEncoder, for every text whatever", () => {
  const encoder = new TextEncoder();
  // Any code units, so that lone halves of characters come up too.
  const units = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((codes) => String.fromCharCode(...codes));
  fc.assert(
    fc.property(fc.oneof(units, fc.string({ unit: "binary" })), (text) => {
      expect(utf8(text)).toEqual(encoder.encode(text));
    }),
    { numRuns: 300 },
  );
  for (const text of Object.values(HOSTILE)) expect(utf8(text)).toEqual(encoder.encode(text));
  for (const point of [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff]) {
    const text = String.fromCodePoint(point);
    expect(utf8(text)).toEqual(encoder.encode(text));
  }
});

it("base64 is that of Buffer, for every length", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const theirs = Buffer.from(bytes).toString("base64");
      expect(base64(bytes)).toBe(theirs);
      const lines = theirs.replace(/.{1,76}/g, "$&\r\n");
      expect(Buffer.from(base64Lines(bytes, 76)).toString("latin1")).toBe(lines);
    }),
    { numRuns: 300 },
  );
  const every = Uint8Array.from({ length: 256 }, (_, index) => index);
  expect(base64(every)).toBe(Buffer.from(every).toString("base64"));
});
