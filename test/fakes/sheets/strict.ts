/** Objects that answer only to what was written for them: an unknown member is an error, every call is counted. */

import type { SheetState, World } from "./world.ts";

/** What Google's services throw. */
export class ServiceError extends Error {
  override name = "Exception";
}

export class NotInFake extends Error {
  override name = "NotInFake";
}

/** Members that the language itself asks for. */
const OF_THE_LANGUAGE: readonly unknown[] = ["then", "toJSON", "constructor"];

/**
 * An object of the service type `T` with the members given. Calling one counts, costs time, and may be
 * interrupted by whatever the world does between two calls. `sheet` is the one that the object belongs to.
 */
export function strict<T extends object>(
  world: World,
  name: string,
  members: Partial<T>,
  sheet: SheetState | null = null,
): T {
  const wrapped = new Map<PropertyKey, unknown>();
  const proxy = new Proxy(members, {
    get(target, member) {
      if (typeof member === "symbol" || OF_THE_LANGUAGE.includes(member)) return undefined;
      if (!Object.hasOwn(target, member))
        throw new NotInFake(`${name}.${member} is not in the fake`);
      const value: unknown = Reflect.get(target, member);
      if (typeof value !== "function") return value;
      let call = wrapped.get(member);
      if (!call) {
        call = (...args: unknown[]) => {
          world.beforeCall(name, member, sheet);
          for (const arg of args) {
            if (arg === undefined) throw mismatch(name, member, args);
          }
          const result: unknown = value(...args);
          return result === SELF ? proxy : result;
        };
        wrapped.set(member, call);
      }
      return call;
    },
    set(_target, member) {
      throw new NotInFake(`${name}.${String(member)} cannot be set`);
    },
  });
  services.add(proxy);
  return proxy as T;
}

const services = new WeakSet<object>();

/** Whether a value is an object of a service, and not plain data. */
export const isService = (value: unknown): value is object =>
  typeof value === "object" && value !== null && services.has(value);

/** Returned by members that give back their own object. */
export const SELF: unique symbol = Symbol("self");

/** A chaining member's result: the proxy puts itself in its place. */
// biome-ignore lint/suspicious/noExplicitAny: it stands for whatever object the member belongs to.
export const self = (): any => SELF;

export function mismatch(name: string, member: string, args: readonly unknown[]): ServiceError {
  const types = args.map((arg) => (arg === null ? "null" : typeof arg)).join(",");
  return new ServiceError(
    `The parameters (${types}) don't match the method signature for SpreadsheetApp.${name}.${member}.`,
  );
}
