/** Protections of the fake spreadsheet. */

import { addressOf, rangeOf, rangeState } from "./range.ts";
import { ServiceError, self, strict } from "./strict.ts";
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
    open: [],
    onlyWarns: false,
    description: "",
    removed: false,
  };
  world.protections.push(state);
  return state;
}

export function protectionOf(world: World, state: ProtectionState): Protection {
  const mayChange = () => {
    if (state.removed) throw new ServiceError("The protection no longer exists.");
    if (!state.onlyWarns && !world.mayEdit(state)) {
      throw new ServiceError("You do not have permission to edit this protected range or sheet.");
    }
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
      getEditors: () =>
        [...state.editors].map((address) =>
          strict<GoogleAppsScript.Base.User>(world, "User", { getEmail: () => address }),
        ),
      addEditor: (address: unknown) => {
        mayAdmit();
        if (typeof address !== "string" || !world.editors.has(address)) {
          throw new ServiceError(`Invalid argument: ${String(address)}`);
        }
        state.editors.add(address);
        return self();
      },
      // Nobody can take away the owner, nor themselves.
      removeEditors: (people: readonly unknown[]) => {
        mayAdmit();
        for (const address of people) {
          if (address !== world.owner && address !== world.user)
            state.editors.delete(String(address));
        }
        return self();
      },
      canDomainEdit: () => false,
      remove: () => {
        mayChange();
        state.removed = true;
      },
    },
    state.sheet,
  );
}
