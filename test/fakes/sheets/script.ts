/** Runs the bundle that is pushed to Google, in a world with nothing in it but the language and the services. */

import { readFileSync } from "node:fs";
import vm from "node:vm";
import { bookOf } from "./book.ts";
import { typeIn } from "./hands.ts";
import { rangeOf } from "./range.ts";
import { AUTH_MODES, services } from "./services.ts";
import { ServiceError } from "./strict.ts";
import { type Mode, World } from "./world.ts";

export const BUNDLE = "dist/appsscript/Code.js";
export const MANIFEST = "dist/appsscript/appsscript.json";

/** Takes away what the language got after 2019, as far as it hangs on values. */
const ONLY_2019 = `
  for (const [home, names] of [
    [Array.prototype, ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"]],
    [String.prototype, ["at", "replaceAll", "matchAll", "isWellFormed", "toWellFormed"]],
    [Object, ["hasOwn", "groupBy"]],
    [Map, ["groupBy"]],
    [Set.prototype, ["union", "intersection", "difference", "isSubsetOf"]],
    [Promise, ["allSettled", "any", "withResolvers"]],
    [globalThis, ["AggregateError", "WeakRef", "FinalizationRegistry", "BigInt"]],
  ]) for (const name of names) delete home[name];
`;

export { ONLY_2019 };

let code: vm.Script | null = null;

export class ScriptHost {
  readonly world: World;
  /** What the script finds as globals. */
  readonly globals: Record<string, unknown>;
  private readonly context: vm.Context;

  constructor(world = new World()) {
    this.world = world;
    const manifest: { readonly oauthScopes: readonly string[] } = JSON.parse(
      readFileSync(MANIFEST, "utf8"),
    );
    world.scopes = new Set(manifest.oauthScopes);
    code ??= new vm.Script(readFileSync(BUNDLE, "utf8"), { filename: "Code.js" });
    this.globals = services(world);
    this.context = vm.createContext(Object.assign(Object.create(null), this.globals), {
      codeGeneration: { strings: false, wasm: false },
    });
    vm.runInContext(ONLY_2019, this.context);
    code.runInContext(this.context);
    // The script's clock is the world's.
    Object.assign(this.context, { __now: () => world.clock });
    vm.runInContext("Date.now = __now; delete globalThis.__now;", this.context);
  }

  /** The name of every function that Google could call: an underscore at the end keeps one to the script. */
  functions(): string[] {
    const names = vm.runInContext("Object.keys(globalThis)", this.context) as string[];
    return names.filter((name) => typeof this.context[name] === "function" && !name.endsWith("_"));
  }

  /** What an expression gives in the script's world. */
  evaluate(expression: string): unknown {
    return vm.runInContext(expression, this.context);
  }

  /** Calls a function as `google.script.run` does: only plain values pass, either way. */
  call<T>(name: string, ...args: unknown[]): T {
    return this.as("FULL", () => {
      const passed = args.map((arg) => passThrough(arg, "$"));
      return passThrough(this.invoke(name, passed), "$") as T;
    });
  }

  /** Calls a function from the menu. */
  choose(name: string): void {
    this.as("FULL", () => this.invoke(name, []));
  }

  open(): void {
    this.as("NONE", () => this.invoke("onOpen", [{ authMode: AUTH_MODES.NONE }]));
  }

  /**
   * What a person types or pastes, from a cell on; then the trigger runs, unless its event is lost. Pasting
   * replaces drop-downs as well, and passes validation.
   */
  edit(
    sheetName: string,
    address: string,
    block: readonly (readonly unknown[])[],
    how: {
      readonly user?: string;
      readonly pasted?: boolean;
      readonly lost?: boolean;
      readonly authorized?: boolean;
    } = {},
  ): void {
    const { world } = this;
    const before = world.user;
    world.user = how.user ?? world.user;
    try {
      const { sheet, area } = typeIn(world, sheetName, address, block, how.pasted ?? false);
      if (how.lost) return;
      const event = {
        authMode: how.authorized === false ? AUTH_MODES.NONE : AUTH_MODES.LIMITED,
        source: bookOf(world),
        range: rangeOf(world, sheet, area),
      };
      this.as(how.authorized === false ? "NONE" : "TRIGGER", () => this.invoke("onEdit", [event]));
    } finally {
      world.user = before;
    }
  }

  private as<T>(mode: Mode, work: () => T): T {
    const { world } = this;
    const before = world.mode;
    world.mode = mode;
    world.clock = 0;
    world.calls.length = 0;
    world.callSheets.length = 0;
    try {
      return work();
    } finally {
      world.mode = before;
      world.send();
      // Google lets go of a run's locks when it ends, however it ends.
      if (world.lockedBy === world.run) world.lockedBy = null;
    }
  }

  private invoke(name: string, args: readonly unknown[]): unknown {
    const target: unknown = this.context[name];
    if (typeof target !== "function") {
      throw new ServiceError(`Script function not found: ${name}`);
    }
    return target(...args);
  }
}

/** A copy as `google.script.run` makes it; throws for what it refuses. */
export function passThrough(value: unknown, path: string): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (value === undefined) return path.endsWith("]") ? null : undefined;
  const kind = Object.prototype.toString.call(value);
  if (kind === "[object Array]") {
    return Array.from(value as readonly unknown[], (entry, index) =>
      passThrough(entry, `${path}[${index}]`),
    );
  }
  if (kind !== "[object Object]") {
    throw new TypeError(`google.script.run does not pass ${kind} at ${path}`);
  }
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).flatMap(([key, entry]) => {
      const copy = passThrough(entry, `${path}.${key}`);
      return copy === undefined ? [] : [[key, copy]];
    }),
  );
}
