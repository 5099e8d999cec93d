/** Protections of the fake spreadsheet. */

import { addressOf, rangeOf, rangeState } from "./range.ts";
import { mismatch, ServiceError, self, strict } from "./strict.ts";
import type { Area, ProtectionState, SheetState, World } from "./world.ts";

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** As in Sheets, everybody who may edit the file may at first edit what is protected. */
export function protect(world: World, sheet: SheetState, area: Area | null): ProtectionState {
  const known = world.protections.find(
    (entry) => !entry.removed && entry.sheet === sheet && entry.area === null && area === null,
  );
  if (known) return known;
  const state: ProtectionState = {
    sheet,
    area,
    editors: new Set(world.editors),
    domainEdit: world.domain !== null,
    open: [],
    onlyWarns: false,
    description: "",
    removed: false,
  };
  world.protections.push(state);
  return state;
}

export function protectionOf(world: World, state: ProtectionState): Protection {
  const mayLook = () => {
    if (state.removed) throw new ServiceError("The protection no longer exists.");
    if (!world.mayEdit(state)) {
      throw new ServiceError("You do not have permission to edit this protected range or sheet.");
    }
  };
  const mayChange = () => {
    if (state.removed || !state.onlyWarns) mayLook();
  };
  /** Nobody can take away their own right, also not by the group or the company that gives it. */
  const takeAway = (change: Partial<Pick<ProtectionState, "editors" | "domainEdit">>) => {
    if (world.user === world.owner || world.isAmong({ ...state, ...change })) return;
    throw new ServiceError("You cannot remove your own permission to edit.");
  };
  const mayAdmit = () => {
    mayChange();
    if (state.onlyWarns) {
      throw new ServiceError("Cannot edit the permissions of a warning-only protection.");
    }
  };
  const whole = (): Area => ({
    row: 1,
    column: 1,
    rows: state.sheet.maxRows,
    columns: state.sheet.maxColumns,
  });
  return strict<Protection>(
    world,
    "Protection",
    {
      getDescription: () => state.description,
      setDescription: (text) => {
        mayChange();
        state.description = text;
        return self();
      },
      getRange: () => rangeOf(world, state.sheet, state.area ?? whole()),
      getUnprotectedRanges: () => state.open.map((area) => rangeOf(world, state.sheet, area)),
      setUnprotectedRanges: (ranges) => {
        mayChange();
        if (state.area !== null) throw new ServiceError("Only sheets can have unprotected ranges.");
        const states = ranges.map(rangeState);
        const stranger = states.find((range) => range.sheet !== state.sheet);
        if (stranger) {
          throw new ServiceError(`${addressOf(stranger.area)} is not on the protected sheet.`);
        }
        state.open = states.map((range) => range.area);
        return self();
      },
      isWarningOnly: () => state.onlyWarns,
      setWarningOnly: (only) => {
        mayChange();
        state.onlyWarns = only;
        return self();
      },
      canEdit: () => state.onlyWarns || world.mayEdit(state),
      getEditors: () => {
        mayLook();
        return [...state.editors].map((address) => userOf(world, address));
      },
      addEditor: (given: unknown) => {
        mayAdmit();
        const address = addressOfUser(given);
        if (address === undefined || !world.isShared(address)) {
          throw new ServiceError(`Invalid argument: ${String(given)}`);
        }
        state.editors.add(address);
        return self();
      },
      // Nobody can take away the owner, nor themselves.
      removeEditors: (people: readonly unknown[]) => {
        mayAdmit();
        const editors = new Set(state.editors);
        for (const person of people) {
          const address = addressOfUser(person);
          if (address === undefined) throw mismatch("Protection", "removeEditors", [people]);
          if (address !== world.owner && address !== world.user) editors.delete(address);
        }
        takeAway({ editors });
        state.editors.clear();
        for (const address of editors) state.editors.add(address);
        return self();
      },
      canDomainEdit: () => {
        mayLook();
        return state.domainEdit;
      },
      setDomainEdit: (mayEdit) => {
        mayAdmit();
        if (world.domain === null) throw new ServiceError("The spreadsheet belongs to no domain.");
        takeAway({ domainEdit: mayEdit });
        state.domainEdit = mayEdit;
        return self();
      },
      remove: () => {
        mayChange();
        state.removed = true;
      },
    },
    state.sheet,
  );
}

const people = new WeakMap<object, string>();

/** A person as services hand them over. */
export function userOf(world: World, address: string): GoogleAppsScript.Base.User {
  const user = strict<GoogleAppsScript.Base.User>(world, "User", { getEmail: () => address });
  people.set(user, address);
  return user;
}

const addressOfUser = (given: unknown): string | undefined =>
  typeof given === "object" && given !== null
    ? people.get(given)
    : typeof given === "string"
      ? given
      : undefined;
