/**
 * Runs the script in a thread of its own, so that several can be in the middle of their work at once. Every
 * call of a service stops the thread until the other side has carried it out.
 */

import vm from "node:vm";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";

const { code, preamble, signal, replies, services } = workerData;
const flag = new Int32Array(signal);

const ENUMS = {
  SpreadsheetApp: {
    ProtectionType: ["RANGE", "SHEET"],
    BorderStyle: ["DOTTED", "DASHED", "SOLID", "SOLID_MEDIUM", "SOLID_THICK", "DOUBLE"],
    InterpolationType: ["NUMBER"],
  },
  ScriptApp: { AuthMode: ["NONE", "LIMITED", "FULL"] },
};

const handles = new WeakMap();
const enumValues = new Map();

const enumValue = (name) => {
  if (!enumValues.has(name)) enumValues.set(name, Object.freeze({ enumName: name }));
  return enumValues.get(name);
};

function encode(value) {
  if (typeof value !== "object" || value === null) return value;
  if (handles.has(value)) return { handle: handles.get(value) };
  if (Array.isArray(value)) return value.map(encode);
  if (value.enumName) return { enumeration: value.enumName };
  if (Object.prototype.toString.call(value) === "[object Date]") return { date: value.getTime() };
  throw new TypeError("A script handed over what no service takes.");
}

function decode(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(decode);
  if ("handle" in value) return remote(value.handle);
  if ("enumeration" in value) return enumValue(value.enumeration);
  if ("date" in value) return new Date(value.date);
  return Object.fromEntries(
    Object.entries(value.plain).map(([key, entry]) => [key, decode(entry)]),
  );
}

function ask(request) {
  Atomics.store(flag, 0, 0);
  parentPort.postMessage(request);
  // The last reply's signal may come late and wake this too early.
  while (Atomics.load(flag, 0) === 0) Atomics.wait(flag, 0, 0);
  const { message } = receiveMessageOnPort(replies);
  if ("error" in message) {
    const error = new Error(message.error);
    error.name = "Exception";
    throw error;
  }
  return decode(message.result);
}

function remote(handle, enums = {}) {
  const proxy = new Proxy(
    {},
    {
      get: (_, member) => {
        if (typeof member === "symbol" || member === "enumName") return undefined;
        const values = enums[member];
        if (values) return Object.fromEntries(values.map((name) => [name, enumValue(name)]));
        return (...args) => ask({ kind: "call", handle, member, args: args.map(encode) });
      },
    },
  );
  handles.set(proxy, handle);
  return proxy;
}

const context = vm.createContext(Object.create(null));
for (const [name, handle] of Object.entries(services)) context[name] = remote(handle, ENUMS[name]);
vm.runInContext(preamble, context);
vm.runInContext(code, context);

parentPort.on("message", ({ name, args }) => {
  try {
    context[name](...args.map(decode));
    parentPort.postMessage({ kind: "done", error: null });
  } catch (error) {
    parentPort.postMessage({ kind: "done", error: String(error) });
  }
});
parentPort.postMessage({ kind: "done", error: null });
