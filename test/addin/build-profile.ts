/** What the requests that build a checklist are made of, by purpose. */

import type { Action, Body, PathInfo } from "../fakes/excel/wire.ts";
import { utf8 } from "../fakes/excel/wire.ts";

export interface Share {
  readonly purpose: string;
  bytes: number;
  /** Objects of Excel that the client makes for it, each with a path and an action of its own. */
  objects: number;
}

/** The first that fits the chain of members, such as `Range/Format/Borders`, and the action's name is it. */
const PURPOSES: readonly (readonly [purpose: string, fits: RegExp])[] = [
  ["drop-downs and messages", /DataValidation/],
  ["colour rules", /ConditionalFormats/],
  ["lines", /Borders/],
  ["page set-up", /PageLayout|PageBreak/],
  ["names", /Names/],
  ["contents", /Formulas|FormulasR1C1|Clear$/],
  ["looks", /Format|Set(?:Row|Column|Cell)Properties/],
];

export function profileOf(requests: readonly string[]): Share[] {
  const shares = new Map<string, Share>();
  const share = (purpose: string): Share => {
    const known = shares.get(purpose) ?? { purpose, bytes: 0, objects: 0 };
    shares.set(purpose, known);
    return known;
  };
  for (const request of requests) {
    const { Actions, ObjectPaths } = JSON.parse(request) as Body;
    const users = new Map<number, Set<string>>();
    const chain = (id: number): PathInfo[] => {
      const path = ObjectPaths[id];
      return path ? [...chain(path.ParentObjectPathId), path] : [];
    };
    for (const action of Actions) {
      if (isMaking(action)) continue;
      const path = chain(action.ObjectPathId);
      const purpose = purposeOf([...path.map(({ Name }) => Name), action.Name]);
      share(purpose).bytes += utf8(JSON.stringify(action)) + 1;
      for (let id = action.ObjectPathId; id > 0; id = ObjectPaths[id]?.ParentObjectPathId ?? 0)
        users.set(id, (users.get(id) ?? new Set()).add(purpose));
    }
    const making = new Map(Actions.filter(isMaking).map((action) => [action.ObjectPathId, action]));
    for (const [key, path] of Object.entries(ObjectPaths)) {
      const id = Number(key);
      const made = making.get(id);
      const bytes =
        utf8(`,"${key}":${JSON.stringify(path)}`) + (made ? utf8(JSON.stringify(made)) + 1 : 0);
      // An object that serves several purposes is shared among them.
      const purposes = users.get(id) ?? new Set([purposeOf(chain(id).map(({ Name }) => Name))]);
      for (const purpose of purposes) {
        share(purpose).bytes += bytes / purposes.size;
        share(purpose).objects += 1 / purposes.size;
      }
    }
  }
  return [...shares.values()].sort((a, b) => b.bytes - a.bytes);
}

/** The client's own action for each object that it makes. */
const isMaking = (action: Action): boolean => action.ActionType === 1;

const purposeOf = (names: readonly string[]): string =>
  PURPOSES.find(([, fits]) => fits.test(names.join("/")))?.[0] ?? "the rest";
