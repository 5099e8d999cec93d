/** What Google refuses by itself reaches the user as a sentence with a remedy, never as Google's own words alone. */

import { describe, expect, test } from "vitest";
import { newScript } from "../../appsscript/sidebar/calls.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { ServiceError } from "../fakes/sheets/strict.ts";
import { answered, hostWith } from "./answered.ts";
import { builtHost, reportOf } from "./sheets.ts";

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

/** The sidebar's call to a script that fails so. */
async function toldFor(message: string): Promise<string> {
  let fail: (error: unknown) => void = () => undefined;
  const runner = {
    withSuccessHandler: () => runner,
    withFailureHandler: (handler: (error: unknown) => void) => {
      fail = handler;
      return runner;
    },
    poll: () => fail({ name: "ScriptError", message }),
  };
  return newScript(runner)
    .poll("")
    .then(
      () => "",
      (error: Error) => error.message,
    );
}

describe("the sidebar says what to do", () => {
  test.each([
    [
      "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
      /accounts .* private window/,
    ],
    ["Leider ist ein Fehler aufgetreten. Fehlercode: PERMISSION_DENIED.", /private window/],
    ["Authorization is required to perform that action.", /Open panel, and allow it/],
    [
      `Exception: Specified permissions are not sufficient to call SpreadsheetApp.getActiveSpreadsheet. Required permissions: ${scope("spreadsheets.currentonly")}`,
      /tick every line/,
    ],
    [
      `Exception: Berechtigungen reichen nicht aus: ${scope("script.send_mail")}`,
      /Save the draft \(\.eml\)/,
    ],
    ["Exception: Service invoked too many times for one day: email.", /Go on tomorrow/],
    [
      "Exception: Service invoked too many times in a short time: Spreadsheet. Try Utilities.sleep(1000) between calls.",
      /Wait a minute/,
    ],
    ["Exceeded maximum execution time", /longer than six minutes.*reload/],
    ["Exception: Service Spreadsheets failed while accessing document with id 1.", /Wait a minute/],
    ["Script function not found: takeSummary", /Reload the spreadsheet/],
    [
      "Exception: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
      /“Editors, auditor” on the Overview/,
    ],
    ["NetworkError: Connection failure due to HTTP 0", /back online/],
    ["Exception: Unerwarteter Fehler.", /It says: “Unerwarteter Fehler”\. Try again/],
    ["TypeError: Cannot read properties of null", /if it stays so, reload the spreadsheet/],
  ])("for %s", async (message, remedy) => {
    const told = await toldFor(message);
    expect(told).toMatch(remedy);
    expect(told).not.toMatch(/Error code|Exception|googleapis|Utilities/);
  });

  test("and leaves the script's own sentences as they are", async () => {
    const own = "The phase is Audit now, which closes this entry.";
    expect(await toldFor(`HostError: ${own}`)).toBe(own);
    expect(await toldFor(own)).toBe(own);
  });
});

describe("each permission can be left out", () => {
  const without = (host: ScriptHost, name: string) => {
    host.world.scopes = new Set([...host.world.scopes].filter((entry) => entry !== scope(name)));
    return host;
  };

  test.each(["spreadsheets.currentonly", "script.container.ui"])(
    "%s: the menu asks for it by name, before anything is touched",
    (name) => {
      const host = without(builtHost(), name);
      for (const entry of ["openPanel", "openSteps", "putBack"]) {
        expect(() => host.choose(entry)).toThrow(/Authorization is required/);
        expect(host.world.calls).toEqual(["ScriptApp.requireScopes"]);
      }
      expect(host.world.asked).toEqual([[scope(name)], [scope(name)], [scope(name)]]);
    },
  );

  test("script.send_mail: all but sending goes on, and the draft is named", () => {
    const host = without(hostWith(answered), "script.send_mail");
    host.choose("openSteps");
    host.call("takeHandOver");
    for (const act of ["mailLook", "sendHandOver"])
      expect(() => host.call(act)).toThrow(/not allowed to send mail.*Save the draft \(\.eml\)/);
    expect(host.call<{ name: string }>("workbookFile").name).toMatch(/\.xlsx$/);
    expect(reportOf(host).phase).toBe("submitted");
  });

  test("userinfo.email: everything goes on", () => {
    const host = without(hostWith(answered), "userinfo.email");
    host.choose("openPanel");
    host.choose("putBack");
    host.call("takeHandOver");
    expect(reportOf(host).phase).toBe("submitted");
  });
});

test("what Google says at the menu comes with the remedy, too", () => {
  const host = new ScriptHost();
  host.world.interrupt = (call) => {
    if (call === "Spreadsheet.getSheets") throw new ServiceError("Service Spreadsheets timed out.");
  };
  expect(() => host.choose("openPanel")).toThrow(/trouble at the moment/);
});
