/** Answers the requests of Microsoft's client library as a strict Excel would, and counts them. */

import { areaAddress } from "../../../core/workbook/a1.ts";
import type { Area } from "../../../core/workbook/port.ts";
import { Book, type Sheet } from "./book.ts";
import { ApiError, UnknownMember } from "./failure.ts";
import { Collection, Node, nullNode } from "./node.ts";
import { EVENTS, type EventName, Objects } from "./objects.ts";
import { People } from "./people.ts";
import { type ExcelSettings, USUAL } from "./settings.ts";
import {
  type Action,
  type ArgumentInfo,
  type Body,
  errorAnswer,
  failure,
  lower,
  type PathInfo,
  upper,
  utf8,
  type WireEvent,
} from "./wire.ts";

/** Excel on the web refuses larger ones, either way. */
const MOST_BYTES = 5 * 1024 * 1024;

export interface Figures {
  requests: number;
  actions: number;
  bytesUp: number;
  bytesDown: number;
}

/** A failure planted into the requests to come. */
export interface Fault {
  /** Whether the request with this number, counted from 1 since the fault was planted, fails. */
  readonly fails: (request: number) => boolean;
  readonly code: string;
  /** The share of its actions that are done before it fails. */
  readonly after?: number;
}

export class ExcelHost extends People {
  readonly settings: ExcelSettings;
  readonly book: Book;
  readonly figures: Figures = { requests: 0, actions: 0, bytesUp: 0, bytesDown: 0 };
  /** Members that were asked for and are not modelled; a test with any fails. */
  readonly unknown: string[] = [];
  /** Whether a user is typing into a cell: Excel refuses everything meanwhile. */
  isEditing = false;
  /** Whether events get lost on the way. */
  isDeaf = false;
  fault: Fault | null = null;
  /** Addresses that the browser was asked to open. */
  readonly opened: string[] = [];
  emit: (event: WireEvent) => void = () => undefined;
  private faultRequests = 0;
  private readonly listening = new Map<EventName, number>();
  private readonly kept = new Map<string, Node>();
  private objects: Objects;
  private touched: { sheet: Sheet; area: Area }[] = [];

  constructor(settings: Partial<ExcelSettings> = {}) {
    super();
    this.settings = { ...USUAL, ...settings };
    this.book = new Book(this.settings);
    this.objects = this.makeObjects();
  }

  has = (needed: string): boolean => {
    const [major = 0, minor = 0] = needed.split(".").map(Number);
    const [ownMajor = 0, ownMinor = 0] = this.settings.set.split(".").map(Number);
    return ownMajor > major || (ownMajor === major && ownMinor >= minor);
  };

  plant(fault: Fault | null): void {
    this.fault = fault;
    this.faultRequests = 0;
  }

  clearFigures(): void {
    Object.assign(this.figures, { requests: 0, actions: 0, bytesUp: 0, bytesDown: 0 });
  }

  /** The text of a request, and the text of its answer. */
  answer(text: string): string {
    const up = utf8(text);
    this.figures.requests += 1;
    this.figures.bytesUp += up;
    const answer =
      up > MOST_BYTES
        ? failure("RequestPayloadSizeLimitExceeded", "", 0, [])
        : JSON.stringify(this.process(JSON.parse(text) as Body));
    const down = utf8(answer);
    if (down > MOST_BYTES) {
      const refusal = failure("ResponsePayloadSizeLimitExceeded", "", 0, []);
      this.figures.bytesDown += utf8(refusal);
      return refusal;
    }
    this.figures.bytesDown += down;
    return answer;
  }

  private process(body: Body): object {
    if (this.isEditing) {
      return errorAnswer(new ApiError("InvalidOperationInCellEditMode"), 0, []);
    }
    this.faultRequests += 1;
    const fault = this.fault?.fails(this.faultRequests) ? this.fault : null;
    const failAt = fault ? Math.floor(body.Actions.length * (fault.after ?? 0.5)) : -1;
    const found = new Map<number, Node>();
    const results: { ActionId: number; Value: unknown }[] = [];
    let at = -1;
    try {
      for (const action of body.Actions) {
        at += 1;
        this.figures.actions += 1;
        if (fault && at === failAt) throw new ApiError(fault.code, "planted");
        results.push({ ActionId: action.Id, Value: this.perform(action, body, found) });
      }
    } catch (error) {
      this.tellOfWrites();
      if (error instanceof UnknownMember) this.unknown.push(error.message);
      if (error instanceof ApiError) return errorAnswer(error, at, results);
      this.unknown.push(String(error));
      return errorAnswer(new ApiError("GeneralException", String(error)), at, results);
    }
    this.tellOfWrites();
    return { Results: results };
  }

  private perform(action: Action, body: Body, found: Map<number, Node>): unknown {
    // A note for debugging only.
    if (action.ActionType === 5 || action.ActionType === 6) return null;
    const object = this.resolve(action.ObjectPathId, body, found);
    const args = () => this.args(action.ArgumentInfo, body, found);
    switch (action.ActionType) {
      case 1:
        return this.instantiated(object);
      case 2:
        return this.query(object, action.QueryInfo?.Select ?? [], action.QueryInfo?.Expand ?? []);
      case 3: {
        if (action.Name === "_KeepReference") return null;
        const result = object.call(lower(action.Name), args(), this.has);
        return result instanceof Node ? {} : (result ?? null);
      }
      case 4:
        object.set(lower(action.Name), args()[0], this.has);
        return null;
      default:
        throw new UnknownMember("action", String(action.ActionType));
    }
  }

  private instantiated(object: Node): unknown {
    if (object.isNull) return null;
    const value: Record<string, unknown> = {};
    if (object.id !== null) Object.assign(value, { _Id: object.id, Id: object.id });
    if (object.type === "Range") {
      const reference = `r${this.kept.size + 1}`;
      this.kept.set(reference, object);
      value._ReferenceId = reference;
    }
    return value;
  }

  private query(object: Node, select: readonly string[], expand: readonly string[]): unknown {
    if (object.isNull) return null;
    const paths = [...select, ...expand];
    if (object instanceof Collection) {
      // The client leaves the word "items" out.
      const inner = paths.map((path) => path.replace(/^items\//i, ""));
      if (inner.length === 0) throw new UnknownMember(object.type, "load without properties");
      return {
        _Items: object.items().map((item) => ({ _Id: item.id, ...this.properties(item, inner) })),
      };
    }
    if (paths.length === 0) throw new UnknownMember(object.type, "load without properties");
    return this.properties(object, paths);
  }

  private properties(object: Node, paths: readonly string[]): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const path of paths) {
      const [first = "", ...rest] = path.split("/");
      const name = lower(first);
      if (rest.length > 0) {
        const inner = this.properties(object.nav(name, this.has), [rest.join("/")]);
        values[upper(name)] = { ...(values[upper(name)] as object | undefined), ...inner };
      } else if (object.has(name) === "value") {
        values[upper(name)] = object.get(name, this.has);
      } else if (object.has(name) === null) {
        throw new UnknownMember(object.type, name);
      }
    }
    return values;
  }

  private args(info: ArgumentInfo | undefined, body: Body, found: Map<number, Node>): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => {
      const id = references[index];
      return typeof id === "number" && id > 0 ? this.resolve(id, body, found) : value;
    });
  }

  private resolve(id: number, body: Body, found: Map<number, Node>): Node {
    const known = found.get(id);
    if (known) return known;
    const path = body.ObjectPaths[id];
    if (!path) throw new ApiError("InvalidObjectPath", String(id));
    const object = this.follow(path, body, found);
    found.set(id, object);
    return object;
  }

  private follow(path: PathInfo, body: Body, found: Map<number, Node>): Node {
    if (path.ObjectPathType === 1)
      return new Node("root", {
        workbook: { nav: () => this.objects.root },
        ...this.objects.root.members,
      });
    if (path.ObjectPathType === 6) {
      const kept = this.kept.get(path.Name);
      if (!kept) throw new ApiError("InvalidObjectPath", path.Name);
      return kept;
    }
    if (
      path.ObjectPathType === 2 &&
      path.Name === "Microsoft.InternalService.AddinInternalService"
    ) {
      // The library tells of its own start with it.
      return new Node("AddinInternalService", { notifyActionHandlerReady: { call: () => null } });
    }
    if (path.ObjectPathType === 2) throw new UnknownMember("new object", path.Name);
    const parent = this.resolve(path.ParentObjectPathId, body, found);
    if (parent.isNull) return nullNode();
    const args = this.args(path.ArgumentInfo, body, found);
    switch (path.ObjectPathType) {
      case 3: {
        const result = parent.call(lower(path.Name), args, this.has);
        if (!(result instanceof Node))
          throw new UnknownMember(parent.type, `${path.Name} gives no object`);
        return result;
      }
      case 4:
        return parent.nav(lower(path.Name), this.has);
      case 5: {
        const result = parent.call("getItem", args, this.has);
        if (!(result instanceof Node))
          throw new UnknownMember(parent.type, "getItem gives no object");
        return result;
      }
      default:
        throw new UnknownMember("path", String(path.ObjectPathType));
    }
  }

  private makeObjects(): Objects {
    return new Objects({
      book: this.book,
      wrote: (sheet, area) => this.touched.push({ sheet, area }),
      listen: (event, isOn) => {
        this.listening.set(event, Math.max(0, (this.listening.get(event) ?? 0) + (isOn ? 1 : -1)));
      },
      sheetGone: (sheet) => this.send("deleted", { worksheetId: sheet.id, source: "Local" }),
    });
  }

  /** At the end of a request. */
  private tellOfWrites(): void {
    this.book.isSuspended = false;
    const touched = this.touched;
    this.touched = [];
    for (const { sheet, area } of touched)
      this.changed(sheet, areaAddress(area), "RangeEdited", "Local");
  }

  protected send(event: EventName, message: object): void {
    if (this.isDeaf || (this.listening.get(event) ?? 0) === 0) return;
    this.emit({
      messageCategory: 65_536,
      messageType: EVENTS[event],
      targetId: "Workbook",
      message: JSON.stringify(message),
    });
  }
}
