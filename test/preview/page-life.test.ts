/** One audit in the page in Chromium, handed to the command line and back, from the hand-over to next year's workbook. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import { blueprint } from "../../core/workbook/draw/blueprint.ts";
import { newXlsx, openXlsx } from "../../xlsx/workbook.ts";
import { newFolder, run } from "../cli/run.ts";
import { FIRST_YEAR, outcomeOf, START } from "../contract/scenario.ts";
import { statesOf } from "../contract/scenario-suite.ts";
import { skipsWithout } from "../engines/programs.ts";
import { type Served, serve, until, Visit } from "./browser.ts";
import { reportIn } from "./page-book.ts";

const folder = newFolder();
const at = (name: string) => join(folder, name);
/** Where the pictures go that a person should look at. */
const PICTURES = "dist/test-pictures";

const readBack = (name: string) => reportIn(readFileSync(at(name)));

describe.skipIf(skipsWithout("chromium"))("an audit in the page", () => {
  let served: Served;
  const faults: string[][] = [];

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    served = await serve();
    const answered = statesOf(START, FIRST_YEAR)[1] ?? START;
    const file = newXlsx(EDITIONS);
    file.build(blueprint(checklist31, answered));
    writeFileSync(at("life.xlsx"), file.bytes());
  });
  afterEach(async () => {
    await served.closePages();
    expect(faults.flat()).toEqual([]);
  });
  afterAll(async () => {
    await served?.stop();
  });

  it("goes from the hand-over to the renewal", async () => {
    const me = await Visit.of(served, { width: 1366, height: 900 });
    faults.push(me.faults);
    const { page } = me;
    const picture = (name: string) => page.screenshot({ path: `${PICTURES}/life-${name}.png` });
    const panel = page.locator(".msp-panel");
    const press = (name: string | RegExp) =>
      panel
        .getByRole("button", typeof name === "string" ? { name, exact: true } : { name })
        .first()
        .click();
    const step = (name: string) => panel.getByRole("heading", { name, level: 1 }).waitFor();
    const saved = async (name: string, label: string | RegExp): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent("download"), press(label)]);
      await download.saveAs(at(name));
      return download.suggestedFilename();
    };
    const move = async (phase: string) => {
      await me.move(phase);
      await me.gridShown();
    };
    await me.open(at("life.xlsx"));

    await press("Steps");
    await step("Check before you hand over");
    await picture("1-preflight");
    await press("Go on to hand over");
    await press("Hand over");
    await step("Send the mail");
    await picture("2-mail");
    expect(await saved("life.eml", /\.eml/)).toBe(
      "Käse & Söhne GmbH completed self-assessment.eml",
    );
    const mail = await new PostalMime().parse(readFileSync(at("life.eml")));
    expect(mail.subject).toBe("Käse & Söhne GmbH Completed Self-Assessment");
    const content = mail.attachments[0]?.content;
    const mailed = reportIn(
      content instanceof ArrayBuffer ? new Uint8Array(content) : new Uint8Array(),
    );
    expect(outcomeOf(mailed)).toMatchObject({
      phase: "submitted",
      seal: "unchanged",
      self: [980, "pass"],
    });

    await move("Audit");
    await me.save(at("audit.xlsx"));
    // The auditor goes on at the command line.
    const found = ["1.4", "8.1.9", "9.6.1"];
    const answers = mailed.items.map(({ id }) => `${id},${found.includes(id) ? "Not met" : "Met"}`);
    writeFileSync(at("answers.csv"), `id,answer\n${answers.join("\n")}\n`);
    const fill = ["fill", "audit.xlsx", "--as", "auditor", "--answers", "answers.csv"];
    expect(run(fill, folder).code).toBe(0);
    expect(
      run(
        [
          "set",
          "audit.xlsx",
          "Audit_On=2026-03-06",
          ...found.flatMap((id) => [`Auditor_Note[${id}]=No proof`, `Note_Kind[${id}]=Finding`]),
        ],
        folder,
      ).code,
    ).toBe(0);

    await me.open(at("audit.xlsx"));
    await step("Make the audit summary");
    await picture("3-audit");
    await saved("summary.html", /Save as page \(HTML\)$/);
    const summary = readFileSync(at("summary.html"), "utf8");
    expect(summary).toContain("580 of 1000 points: 320 points to 900.");
    await picture("3b-summary");
    await saved("summary.xlsx", /Save as workbook \(.xlsx\)$/);
    expect(openXlsx(EDITIONS, readFileSync(at("summary.xlsx"))).snapshot()).toBeNull();

    await move("Action items");
    await me.save(at("actions.xlsx"));
    expect(readBack("actions.xlsx").summary?.total).toBe(580);
    expect(run(["set", "actions.xlsx", "Summary_Received_On=2026-03-09"], folder).code).toBe(0);
    await me.open(at("actions.xlsx"));
    await press("Back");
    for (const id of found) {
      await panel.getByRole("tab", { name: /^Actions/ }).click();
      await panel
        .getByRole("button", { name: new RegExp(`^${id.replaceAll(".", "\\.")} `) })
        .click();
      await press("Details");
      await panel.getByLabel("Closed on").fill("2026-03-16");
      await until(
        async () =>
          (await me.save(at("closed.xlsx"))) !== "" &&
          readBack("closed.xlsx").items.some(
            (row) => row.id === id && row.actionState === "closed",
          ),
      );
      await press("List");
    }
    await picture("4-actions");
    await press("Steps");
    await picture("5-closing");
    const before = readBack("closed.xlsx");
    expect(before.final.total).toBe(1000);

    await move("Closed");
    await saved("final.html", /Save as page \(HTML\)$/);
    expect(readFileSync(at("final.html"), "utf8")).toContain(
      "From 580 at the audit summary to 1000",
    );
    await picture("6-final");
    await saved("next.xlsx", "Save next year’s workbook");
    const next = readBack("next.xlsx");
    expect(next.scope).toMatchObject({ engagement: "renewal", audited: 34 });
    expect(next.items.filter((row) => row.priorAction).map((row) => row.id)).toEqual(found);
    // Nothing but the page itself was ever asked for.
    expect(
      me.asked.filter((url) => !url.startsWith(served.address) && !/^(blob|data):/.test(url)),
    ).toEqual([]);
  });
});
