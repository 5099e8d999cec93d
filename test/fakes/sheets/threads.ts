/** Several people's scripts at once on one spreadsheet, any of them going on at any call of a service. */

import { readFileSync } from "node:fs";
import { MessageChannel, Worker } from "node:worker_threads";
import { bookOf } from "./book.ts";
import { rangeOf } from "./range.ts";
import { BUNDLE, ONLY_2019 } from "./script.ts";
import { AUTH_MODES, services } from "./services.ts";
import { isService } from "./strict.ts";
import type { Area, Mode, SheetState, World } from "./world.ts";

interface Call {
  readonly kind: "call";
  readonly handle: number;
  readonly member: string;
  readonly args: readonly unknown[];
}

interface Done {
  readonly kind: "done";
  readonly error: string | null;
}

/** One person's script in a thread of its own: idle, thinking, or waiting for a call to be carried out. */
export class ScriptThread {
  readonly user: string;
  waiting: Call | null = null;
  isIdle = false;
  /** What the last run threw; null for nothing. */
  error: string | null = null;
  running = "";
  private readonly world: World;
  private readonly worker: Worker;
  private readonly signal = new SharedArrayBuffer(4);
  private readonly channel = new MessageChannel();
  private readonly objects: object[] = [];
  private readonly ids = new Map<object, number>();
  private run = 0;
  private mode: Mode = "FULL";
  private clock = 0;
  private wake: () => void = () => undefined;

  constructor(world: World, user: string) {
    this.world = world;
    this.user = user;
    const globals = Object.fromEntries(
      Object.entries(services(world)).map(([name, service]) => [
        name,
        this.idOf(service as object),
      ]),
    );
    this.worker = new Worker(new URL("worker.mjs", import.meta.url), {
      workerData: {
        code: readFileSync(BUNDLE, "utf8"),
        preamble: ONLY_2019,
        signal: this.signal,
        replies: this.channel.port2,
        services: globals,
      },
      transferList: [this.channel.port2],
    });
    this.worker.on("message", (message: Call | Done) => {
      if (message.kind === "call") this.waiting = message;
      else {
        this.isIdle = true;
        this.error = message.error;
        world.send(this.run);
        // Google lets go of a run's locks when it ends.
        if (world.lockedBy === this.run) world.lockedBy = null;
      }
      this.wake();
    });
    this.worker.on("error", (error) => {
      throw error;
    });
  }

  /** Resolves once the thread is idle or waits for a call. */
  async settled(): Promise<void> {
    while (!this.isIdle && !this.waiting) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** Starts a function as the sidebar or the menu does. */
  start(name: string, ...args: unknown[]): void {
    this.begin(name, "FULL", args);
  }

  /** Starts the trigger for an edit that this person has made. */
  edited(sheet: SheetState, area: Area): void {
    const { world } = this;
    const event = {
      authMode: AUTH_MODES.LIMITED,
      source: bookOf(world),
      range: rangeOf(world, sheet, area),
    };
    this.begin("onEdit", "TRIGGER", [event]);
  }

  private begin(name: string, mode: Mode, args: readonly unknown[]): void {
    this.isIdle = false;
    this.running = name;
    this.mode = mode;
    this.clock = 0;
    this.world.lastRun += 1;
    this.run = this.world.lastRun;
    this.worker.postMessage({ name, args: args.map((arg) => this.encode(arg)) });
  }

  /** A lock that others hold is waited for; all else can be carried out. */
  canGoOn(): boolean {
    if (!this.waiting) return false;
    const { lockedBy } = this.world;
    return this.waiting.member !== "tryLock" || lockedBy === null || lockedBy === this.run;
  }

  /** Carries out the call that the thread waits for. */
  goOn(): Call {
    const call = this.waiting;
    if (!call) throw new Error("The thread waits for nothing.");
    this.waiting = null;
    const { world } = this;
    Object.assign(world, { user: this.user, mode: this.mode, run: this.run, clock: this.clock });
    let reply: object;
    try {
      const target = this.objects[call.handle] as Record<string, (...args: unknown[]) => unknown>;
      const result = target[call.member]?.(...call.args.map((arg) => this.decode(arg)));
      reply = { result: this.encode(result) };
    } catch (error) {
      reply = { error: error instanceof Error ? error.message : String(error) };
    }
    this.clock = world.clock;
    this.channel.port1.postMessage(reply);
    const flag = new Int32Array(this.signal);
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
    return call;
  }

  async end(): Promise<void> {
    this.channel.port1.close();
    await this.worker.terminate();
  }

  private idOf(object: object): number {
    let id = this.ids.get(object);
    if (id === undefined) {
      id = this.objects.push(object) - 1;
      this.ids.set(object, id);
    }
    return id;
  }

  private encode(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((entry) => this.encode(entry));
    if (value instanceof Date) return { date: value.getTime() };
    if (isService(value)) return { handle: this.idOf(value) };
    const mode = Object.entries(AUTH_MODES).find(([, entry]) => entry === value);
    if (mode) return { enumeration: mode[0] };
    const entries = Object.entries(value).map(([key, entry]) => [key, this.encode(entry)]);
    return { plain: Object.fromEntries(entries) };
  }

  private decode(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((entry) => this.decode(entry));
    if ("handle" in value) return this.objects[Number(value.handle)];
    if ("date" in value) return new Date(Number(value.date));
    if ("enumeration" in value) {
      const name = String(value.enumeration);
      return { toString: () => name };
    }
    throw new Error("A script sent what no service takes.");
  }
}
