/** Where Excel calculates only when it is asked to, the panel says so and asks. */

import { expect, it } from "vitest";
import type { Context } from "../../panel/context.ts";
import { type Child, h, type View } from "../../panel/dom.ts";
import { issuesTab } from "../../panel/views/issues.ts";
import type { ExcelHost } from "../fakes/excel/host.ts";
import { installExcel } from "../fakes/excel/install.ts";
import { panels, rowOf, until } from "./open.ts";

let host: ExcelHost;
const open = panels(() => host);

function* buttonsIn(view: View): Generator<View> {
  if (view.tag === "button") yield view;
  for (const child of view.children) if (typeof child !== "string") yield* buttonsIn(child);
}

const textOf = (view: View): string =>
  view.children.map((child) => (typeof child === "string" ? child : textOf(child))).join(" ");

it.each(["manual", "automatic"] as const)("calculation %s", async (calculation) => {
  host = installExcel({ calculation });
  const panel = await open();
  await panel.session.host.newChecklist({ partner: "Kestrel", reseller: true, renewal: false });
  host.type("Checklist", `H${rowOf(panel, "1.2")}`, "Met");
  await until(() => panel.report().self.answered === 1);
  const item = () => panel.report().items.find(({ id }) => id === "1.2");
  const points = item()?.selfPoints;
  const shown = () => host.value("Checklist", `I${rowOf(panel, "1.2")}`);
  const tab = (): View =>
    h(
      "div",
      {},
      ...(issuesTab({
        report: panel.report(),
        host: panel.session.host,
        ask: async (_name: string, act: () => Promise<void>) => act(),
      } as unknown as Context) as Child[]),
    );
  const button = () => [...buttonsIn(tab())].find((view) => textOf(view) === "Recalculate");
  if (calculation === "automatic") {
    expect(shown()).toBe(points);
    expect(button()).toBeUndefined();
    return;
  }
  expect(shown()).not.toBe(points);
  // In place of the advice for those who are not in Excel.
  expect(textOf(tab())).toMatch(/only when it is asked to.*Calculation Options/s);
  expect(textOf(tab())).not.toContain("Open the workbook in a spreadsheet program");
  button()?.props.on?.click?.(new Event("click"));
  await until(() => shown() === points && panel.report().issues.length === 0);
});
