/** Both sides' cells are kept for their people, and everybody can still do what the phase gives them. */

import { describe, expect, test } from "vitest";
import { PHASE_WORDS, type Phase } from "../../core/audit/phases.ts";
import { isOpen } from "../fakes/sheets/hands.ts";
import type { ScriptHost } from "../fakes/sheets/script.ts";
import { OWNER } from "../fakes/sheets/world.ts";
import { answered, hostWith } from "./answered.ts";
import { addressOf, named, reportOf, rowOf, shown } from "./sheets.ts";

const ANN = "ann@partner.example";
const AUD = "aud@audit.example";
const PARTNERS = "msp-team@partner.example";

/** A self-assessment that is ready, with both lists filled and both sides' cells protected by the owner. */
function guardedHost(prepare: (host: ScriptHost) => void = () => undefined): ScriptHost {
  const host = hostWith(answered);
  const { world } = host;
  world.editors.add(ANN).add(AUD);
  prepare(host);
  list(host, "Partner_Editors", ANN);
  list(host, "Auditor_Editors", AUD);
  host.choose("putBack");
  world.toasts.length = 0;
  return host;
}

function list(host: ScriptHost, name: string, text: string): void {
  host.edit("Overview", addressOf(host, name), [[text]]);
}

const guards = ({ world }: ScriptHost) =>
  world.protections.filter((entry) => entry.area && !entry.removed);

function mayAnswer(host: ScriptHost, user: string, name: string): boolean {
  const { sheet, area } = named(host, name);
  host.world.user = user;
  const cell = { row: rowOf(host, "1.1"), column: area.column, rows: 1, columns: 1 };
  return host.world.mayWrite(sheet, cell);
}

describe("whoever is no owner", () => {
  test.each([ANN, AUD, OWNER])(
    "%s hands over, moves the phase in every way, and is told of no error",
    (user) => {
      const host = guardedHost();
      host.world.user = user;
      host.call("takeHandOver");
      expect(reportOf(host)).toMatchObject({ phase: "submitted", seal: { state: "unchanged" } });
      host.choose("openPanel");
      host.choose("putBack");
      host.call("takePhase", "audit", "");
      const move = (phase: Phase) =>
        host.edit("Overview", addressOf(host, "Phase"), [[PHASE_WORDS[phase]]], { user });
      move("actionItems");
      const { sheet, area } = named(host, "Action_Plan");
      expect(isOpen(host.world, sheet, rowOf(host, "1.1"), area.column)).toBe(true);
      move("audit");
      host.call("takeSummary");
      expect(reportOf(host).summary).not.toBeNull();
      host.call("takePhase", "closed", "No action items");
      expect(host.world.toasts.filter((text) => /You do not|not protected as/.test(text))).toEqual(
        [],
      );
      expect(guards(host)).toHaveLength(11);
      // And nobody has got into the other side's cells by that.
      expect([
        mayAnswer(host, ANN, "Self_Answer"),
        mayAnswer(host, ANN, "Auditor_Answer"),
        mayAnswer(host, AUD, "Self_Answer"),
        mayAnswer(host, AUD, "Auditor_Answer"),
      ]).toEqual([true, false, false, true]);
    },
  );

  test("each side answers in the panel and by hand, and is told whose a cell is", () => {
    const host = guardedHost();
    host.world.user = ANN;
    host.call("answer", "1.1", "self", "notMet");
    host.edit("Checklist", addressOf(host, "Self_Answer", "1.2"), [[" met"]], { pasted: true });
    expect(shown(host, "Self_Answer", "1.2")).toBe("Met");
    host.call("takeHandOver");
    host.call("takePhase", "audit", "");
    expect(() => host.call("answer", "1.1", "auditor", "met")).toThrow(
      /Cell Checklist!L\d+ is kept for other people: see “Editors, partner” and “Editors, auditor” on the Overview\. Nothing was changed\./,
    );
    host.world.user = AUD;
    host.call("answer", "1.1", "auditor", "met");
    host.edit("Checklist", addressOf(host, "Auditor_Answer", "1.2"), [["not-met"]], {
      pasted: true,
    });
    expect(shown(host, "Auditor_Answer", "1.2")).toBe("Not met");
  });

  test("a hand-over is not refused by a slip in the other side's cells, which stays theirs to mend", () => {
    const host = guardedHost();
    host.edit("Checklist", addressOf(host, "Auditor_Answer", "1.2"), [[" met"]], {
      user: AUD,
      pasted: true,
      lost: true,
    });
    host.edit("Checklist", addressOf(host, "Self_Answer", "1.2"), [[" met"]], {
      user: ANN,
      pasted: true,
      lost: true,
    });
    host.world.user = ANN;
    host.call("takeHandOver");
    expect(reportOf(host).phase).toBe("submitted");
    expect([shown(host, "Self_Answer", "1.2"), shown(host, "Auditor_Answer", "1.2")]).toEqual([
      "Met",
      " met",
    ]);
  });

  test("puts back what is theirs, and is told what has to wait for others", () => {
    const host = guardedHost();
    for (const name of ["Self_Answer", "Auditor_Answer"]) {
      const { sheet, area } = named(host, name);
      for (let row = area.row; row < area.row + area.rows; row += 1)
        host.world.cell(sheet, row, area.column).validation = null;
    }
    host.world.user = ANN;
    host.choose("putBack");
    const told = host.world.toasts.join(" ");
    expect(told).toMatch(/Put back: drop-down lists\./);
    expect(told).toMatch(/cells that are kept for other people/);
    expect(told).toMatch(/protection of the auditor’s cells stays as it is/);
    host.world.user = AUD;
    host.choose("putBack");
    expect(reportOf(host).issues.map(({ code }) => code)).not.toContain("listLost");
  });

  test("a sheet that somebody has locked for good is passed over, and that is told", () => {
    const host = guardedHost();
    const overview = host.world.sheetNamed("Overview");
    const lock = host.world.protections.find((entry) => entry.sheet === overview && !entry.area);
    if (!lock) throw new Error("The Overview is not protected.");
    lock.onlyWarns = false;
    lock.editors.clear();
    const { area } = named(host, "Phase");
    lock.open = [area];
    host.edit("Overview", addressOf(host, "Phase"), [["Audit"]], { user: ANN });
    expect(host.world.toasts.join(" ")).toMatch(/Somebody has protected “Overview” against you/);
    const { sheet, area: answers } = named(host, "Auditor_Answer");
    expect(isOpen(host.world, sheet, rowOf(host, "1.1"), answers.column)).toBe(true);
  });
});

describe("the protection is put on", () => {
  test("by somebody whose right to edit comes from a group, which loses its right", () => {
    const host = guardedHost(({ world }) => {
      world.editors.delete(ANN);
      world.editors.add(PARTNERS);
      world.groups.set(PARTNERS, new Set([ANN, "bob@partner.example"]));
      world.user = ANN;
    });
    expect(guards(host)).toHaveLength(11);
    expect(mayAnswer(host, "bob@partner.example", "Self_Answer")).toBe(false);
    expect(mayAnswer(host, ANN, "Self_Answer")).toBe(true);
    expect(mayAnswer(host, AUD, "Auditor_Answer")).toBe(true);
  });

  test("for a group as a whole", () => {
    const host = guardedHost(({ world }) => {
      world.editors.add(PARTNERS);
      world.groups.set(PARTNERS, new Set(["bob@partner.example"]));
    });
    list(host, "Partner_Editors", PARTNERS);
    host.world.user = OWNER;
    host.choose("putBack");
    expect(mayAnswer(host, "bob@partner.example", "Self_Answer")).toBe(true);
    expect(mayAnswer(host, ANN, "Self_Answer")).toBe(false);
  });

  test("in a shared drive, which has no owner, and where the company may edit", () => {
    const host = guardedHost(({ world }) => {
      world.owner = null;
      world.domain = "partner.example";
      world.editors.clear();
      world.editors.add(AUD);
      world.user = ANN;
    });
    expect(guards(host)).toHaveLength(11);
    host.choose("putBack");
    expect(host.world.toasts.join(" ")).not.toMatch(/owns the file/);
    expect(host.world.toasts.join(" ")).toMatch(/You can edit the auditor’s cells too/);
    expect(mayAnswer(host, "bob@partner.example", "Self_Answer")).toBe(false);
    // The auditor's people end what Ann had to keep.
    host.world.user = AUD;
    host.choose("putBack");
    expect(mayAnswer(host, ANN, "Auditor_Answer")).toBe(false);
  });

  test("without an editor who was removed, and without learning who one is", () => {
    const host = guardedHost();
    host.world.editors.delete(ANN);
    for (const guard of guards(host)) guard.editors.delete(ANN);
    host.world.user = OWNER;
    host.world.scopes.delete("https://www.googleapis.com/auth/userinfo.email");
    host.choose("putBack");
    expect(host.world.toasts.join(" ")).toMatch(
      /ann@partner\.example cannot be given the partner’s cells: share the file/,
    );
    expect(guards(host)).toHaveLength(11);
    expect(mayAnswer(host, AUD, "Self_Answer")).toBe(false);
  });

  test("with a sentence where Google refuses, and the rest is done", () => {
    const host = guardedHost(({ world }) => {
      world.editors.delete(ANN);
      world.editors.add(PARTNERS);
      world.groups.set(PARTNERS, new Set([ANN]));
      world.scopes.delete("https://www.googleapis.com/auth/userinfo.email");
      world.user = ANN;
    });
    host.world.user = ANN;
    list(host, "Partner_Editors", ANN);
    list(host, "Auditor_Editors", AUD);
    host.call("takeHandOver");
    expect(reportOf(host).phase).toBe("submitted");
    expect(host.world.toasts.join(" ")).toMatch(
      /The auditor’s cells are not protected as “Editors, auditor” says: You cannot remove your own permission to edit\. Ask the owner/,
    );
  });
});
