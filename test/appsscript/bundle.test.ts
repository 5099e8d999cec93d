/** The pushed files use nothing that Apps Script or HtmlService lacks. */

import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import { BUNDLE, MANIFEST, ScriptHost } from "../fakes/sheets/script.ts";

const code = readFileSync(BUNDLE, "utf8");

/** Nothing has to be lowered exactly where the code is written in that version of the language already. */
function isWrittenIn(target: string, source: string): boolean {
  const lowered = transformSync(source, { target });
  return lowered.code === transformSync(source, { target: "esnext" }).code;
}

test("the script is written in the JavaScript of 2019", () => {
  expect(isWrittenIn("es2019", code)).toBe(true);
  for (const newer of ["a ?? b;", "a?.b;", "x ||= 1;", "class A { static b = 1 }", "/a/v;"]) {
    expect(isWrittenIn("es2019", `${code}${newer}`)).toBe(false);
  }
  expect(/[^\n\x20-\x7e\t]/.test(code)).toBe(false);
});

test("the script starts with nothing around it, and every export is a function at its top", () => {
  const host = new ScriptHost();
  for (const absent of [
    "setTimeout",
    "URL",
    "TextEncoder",
    "TextDecoder",
    "crypto",
    "fetch",
    "process",
  ]) {
    expect(host.evaluate(`typeof ${absent}`)).toBe("undefined");
  }
  expect(host.evaluate("typeof [].at + typeof ''.replaceAll + typeof Object.groupBy")).toBe(
    "undefinedundefinedundefined",
  );
  // The script brings this one itself, for a package, with its larger part.
  host.call("poll", "");
  expect(host.evaluate("Object.hasOwn({ a: 1 }, 'a') && !Object.hasOwn({}, 'toString')")).toBe(
    true,
  );
  expect(host.functions().sort()).toEqual(
    [
      "answer",
      "goTo",
      "mailLook",
      "newChecklist",
      "onEdit",
      "onInstall",
      "onOpen",
      "openPanel",
      "openSteps",
      "ownChecklist",
      "poll",
      "putBack",
      "sendHandOver",
      "takeHandOver",
      "takePhase",
      "takeSeal",
      "takeSummary",
      "workbookFile",
      "write",
    ].sort(),
  );
  // Loading a script must not touch a service: simple triggers load it without authorization.
  expect(new ScriptHost().world.calls).toEqual([]);
  for (const name of host.functions()) {
    expect(code).toContain(`\nfunction ${name}() {`);
  }
});

test("the manifest asks for four scopes and no other", () => {
  const manifest = JSON.parse(readFileSync(MANIFEST, "utf8"));
  expect(manifest.runtimeVersion).toBe("V8");
  expect(manifest.oauthScopes).toEqual([
    "https://www.googleapis.com/auth/spreadsheets.currentonly",
    "https://www.googleapis.com/auth/script.container.ui",
    "https://www.googleapis.com/auth/script.send_mail",
    // Whoever puts a protection on has to be named on it before a group is taken off.
    "https://www.googleapis.com/auth/userinfo.email",
  ]);
});

test("nothing that people typed goes to a log", () => {
  // Sentences of failures quote what was typed, and a log is read by whoever publishes the script.
  expect(JSON.parse(readFileSync(MANIFEST, "utf8")).exceptionLogging).toBe("NONE");
  expect(code).not.toMatch(/\b(?:console|Logger)\s*\./);
});

test("without a scope the fake refuses, so every scope that is used is declared", () => {
  const host = new ScriptHost();
  host.world.scopes = new Set();
  expect(() => host.call("poll", "")).toThrow(/spreadsheets\.currentonly/);
});

test("the sidebar is one page that asks for nothing, safe from HtmlService's hunt for comments", () => {
  const page = readFileSync("dist/appsscript/sidebar.html", "utf8");
  expect(page).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=/);
  // HtmlService takes what stands between two of them for something else.
  expect(page.indexOf("`")).toBe(-1);
  expect(page.match(/<\/script>/g)).toHaveLength(1);
  expect(page).not.toContain("/* script */");
  expect(page).not.toContain("/* styles */");
});
