/** Reads JSON and says where it breaks: engines word that each in its own way, and none tells of a key that stands twice. */

import type { Json } from "../domain.ts";
import { LIMITS } from "./limits.ts";

/** What stands in a text where JSON does not have it. */
export type JsonWrong =
  /** `found` is a character, null for the end. */
  | { readonly is: "unexpected"; readonly found: string | null; readonly wanted: Wanted }
  | { readonly is: "keyTwice"; readonly key: string }
  | { readonly is: "brokenText" }
  | { readonly is: "escape" }
  | { readonly is: "tooDeep" };

export type Wanted = "value" | "key" | "colon" | "commaOrBrace" | "commaOrBracket" | "end";

export type JsonRead =
  | { readonly value: Json; readonly fault: null }
  /** Lines count from 1. */
  | { readonly value: null; readonly fault: { readonly line: number; readonly wrong: JsonWrong } };

export function readJson(text: string): JsonRead {
  const reader = new JsonReader(text);
  try {
    return { value: reader.whole(), fault: null };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    const line = text.slice(0, stop.at).split("\n").length;
    return { value: null, fault: { line, wrong: stop.wrong } };
  }
}

/** Never leaves this file. */
class Stop extends Error {
  readonly at: number;
  readonly wrong: JsonWrong;

  constructor(at: number, wrong: JsonWrong) {
    super(wrong.is);
    this.at = at;
    this.wrong = wrong;
  }
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

class JsonReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  whole(): Json {
    const value = this.value(0);
    this.match(SPACE);
    if (this.at < this.text.length) this.unexpected("end");
    return value;
  }

  private value(depth: number): Json {
    this.match(SPACE);
    if (depth > LIMITS.depth) throw new Stop(this.at, { is: "tooDeep" });
    if (this.takes("{")) return this.object(depth);
    if (this.takes("[")) return this.array(depth);
    if (this.text[this.at] === '"') return this.string();
    const word = this.match(WORD);
    if (word !== null) return word === "null" ? null : word === "true";
    const number = this.match(NUMBER);
    if (number === null || number === "" || !Number.isFinite(Number(number)))
      this.unexpected("value");
    return Number(number);
  }

  private object(depth: number): Json {
    const entries = new Map<string, Json>();
    this.match(SPACE);
    while (!this.takes("}")) {
      if (this.text[this.at] !== '"') this.unexpected("key");
      const start = this.at;
      const key = this.string();
      if (entries.has(key)) throw new Stop(start, { is: "keyTwice", key });
      this.match(SPACE);
      if (!this.takes(":")) this.unexpected("colon");
      entries.set(key, this.value(depth + 1));
      this.match(SPACE);
      if (this.text[this.at] === "}") continue;
      if (!this.takes(",")) this.unexpected("commaOrBrace");
      this.match(SPACE);
      if (this.text[this.at] === "}") this.unexpected("key");
    }
    // Makes keys of its own, whatever they are called.
    return Object.fromEntries(entries);
  }

  private array(depth: number): Json {
    const values: Json[] = [];
    this.match(SPACE);
    while (!this.takes("]")) {
      values.push(this.value(depth + 1));
      this.match(SPACE);
      if (this.text[this.at] === "]") continue;
      if (!this.takes(",")) this.unexpected("commaOrBracket");
      this.match(SPACE);
      if (this.text[this.at] === "]") this.unexpected("value");
    }
    return values;
  }

  private string(): string {
    const start = this.at;
    this.at += 1;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (Number.isNaN(code)) this.unexpected("value");
      if (code < 0x20) throw new Stop(this.at, { is: "brokenText" });
      if (this.takes('"')) return JSON.parse(this.text.slice(start, this.at));
      if (this.text[this.at] !== "\\") this.at += 1;
      else if (this.match(ESCAPE) === null) throw new Stop(this.at, { is: "escape" });
    }
  }

  private takes(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at = pattern.lastIndex;
    return found[0];
  }

  private unexpected(wanted: Wanted): never {
    const [found = null] = this.text.slice(this.at);
    throw new Stop(this.at, { is: "unexpected", found, wanted });
  }
}
