/** Lists of e-mail addresses as people type them. */

import { describe, expect, it } from "vitest";
import { readAddresses } from "../../core/audit/emails.ts";

describe("a list of addresses", () => {
  it("takes commas, semicolons, blanks and lines between them, each address once", () => {
    const typed = "ana@example.com,ben.o+x@mail.example.org; Ana@Example.com\nc@x.de  d@x.de,";
    expect(readAddresses(typed)).toEqual({
      addresses: ["ana@example.com", "ben.o+x@mail.example.org", "c@x.de", "d@x.de"],
      others: [],
    });
  });

  it("finds the address behind a name", () => {
    expect(readAddresses("Ana Lima <ana@example.com>, <ben@example.com>")).toEqual({
      addresses: ["ana@example.com", "ben@example.com"],
      others: [],
    });
  });

  it("names what is no address", () => {
    const wrong = ["ana", "ana@", "@example.com", "ana@example", "a@b@example.com", "ana@-x.com"];
    expect(readAddresses(wrong.join(", "))).toEqual({ addresses: [], others: wrong });
    expect(readAddresses(`${"x".repeat(300)}@example.com`).others).toHaveLength(1);
    expect(readAddresses("  ,; \n")).toEqual({ addresses: [], others: [] });
  });

  it("answers at once, whatever stands there", () => {
    const text = `a@${"a-".repeat(16_000)}`;
    expect(readAddresses(text).others).toEqual([text]);
  });
});
