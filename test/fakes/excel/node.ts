/** An object of Excel's interface, made of a table of the members that the test host knows. */

import { ApiError, UnknownMember } from "./failure.ts";

export interface Member {
  /** The requirement set that brought it. */
  readonly since?: string;
  readonly get?: () => unknown;
  readonly set?: (value: unknown) => void;
  /** Another object. */
  readonly nav?: () => Node;
  readonly call?: (...args: unknown[]) => unknown;
}

export type Members = Readonly<Record<string, Member>>;

export class Node {
  readonly type: string;
  readonly members: Members;
  /** For things that the client finds again by id. */
  readonly id: string | null;
  readonly isNull: boolean;

  constructor(type: string, members: Members, id: string | null = null, isNull = false) {
    this.type = type;
    this.members = members;
    this.id = id;
    this.isNull = isNull;
  }

  private member(name: string, set: (needed: string) => boolean): Member {
    const member = this.members[name];
    if (!member) throw new UnknownMember(this.type, name);
    if (member.since !== undefined && !set(member.since))
      throw new ApiError("ApiNotFound", `${this.type}.${name}`);
    return member;
  }

  get(name: string, set: (needed: string) => boolean): unknown {
    const member = this.member(name, set);
    if (!member.get) throw new UnknownMember(this.type, `${name} (to read)`);
    return member.get();
  }

  set(name: string, value: unknown, set: (needed: string) => boolean): void {
    const member = this.member(name, set);
    if (!member.set) throw new UnknownMember(this.type, `${name} (to write)`);
    member.set(value);
  }

  nav(name: string, set: (needed: string) => boolean): Node {
    const member = this.member(name, set);
    if (!member.nav) throw new UnknownMember(this.type, `${name} (to go to)`);
    return member.nav();
  }

  call(name: string, args: unknown[], set: (needed: string) => boolean): unknown {
    const member = this.member(name, set);
    if (!member.call) throw new UnknownMember(this.type, `${name}()`);
    return member.call(...args);
  }

  has(name: string): "value" | "object" | null {
    const member = this.members[name];
    return member?.get ? "value" : member?.nav ? "object" : null;
  }
}

/** What `getItemOrNullObject` gives where there is nothing. */
export const nullNode = (): Node => new Node("null", {}, null, true);

/** Items that are listed and found by id or name. */
export class Collection extends Node {
  readonly items: () => Node[];

  constructor(
    type: string,
    items: () => Node[],
    find: (key: string) => Node | null,
    members: Members,
  ) {
    super(type, {
      getItem: {
        call: (key) => {
          const found = find(String(key));
          if (!found) throw new ApiError("ItemNotFound", String(key));
          return found;
        },
      },
      getItemOrNullObject: { since: "1.4", call: (key) => find(String(key)) ?? nullNode() },
      getCount: { since: "1.4", call: () => items().length },
      ...members,
    });
    this.items = items;
  }
}
