/** How views become elements, where no view of the panel shows it: children that are nothing, and all of SVG. */

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInChromium, withPanel } from "./states.ts";

/** An element of the page, empty. */
const addStage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const stage = document.createElement("div");
    stage.id = "stage";
    document.body.append(stage);
  });

describeInChromium("a view", () => {
  it("leaves out children that are undefined, null, false or empty text", async () => {
    await withPanel({}, async (page) => {
      await addStage(page);
      const html = await page.evaluate(() => {
        const { h, patch } = window.panelTest.dom;
        const stage = document.getElementById("stage");
        if (!stage) throw new Error("No stage.");
        patch(stage, [h("p", {}, "a", undefined, [undefined, null, [false, ""]], h("b", {}, "c"))]);
        return stage.innerHTML;
      });
      expect(html).toBe("<p>a<b>c</b></p>");
    });
  });

  it("keeps the elements around a child that comes and goes", async () => {
    await withPanel({}, async (page) => {
      await addStage(page);
      const kept = await page.evaluate(() => {
        const { h, patch } = window.panelTest.dom;
        const stage = document.getElementById("stage");
        if (!stage) throw new Error("No stage.");
        const draw = (note: string | undefined): (Element | null)[] => {
          patch(stage, [h("p", {}, note && h("i", {}, note), h("input", { key: "field" }))]);
          return [stage.querySelector("p"), stage.querySelector("input")];
        };
        const [first, ...others] = [draw(undefined), draw("note"), draw(undefined)];
        return others.map((elements) => elements.every((one, index) => one === first?.[index]));
      });
      expect(kept).toEqual([true, true]);
    });
  });

  it("draws SVG within svg whatever the tag, and the page's own elements in a foreignObject", async () => {
    await withPanel({}, async (page) => {
      await addStage(page);
      const spaces = await page.evaluate(() => {
        const { h, patch } = window.panelTest.dom;
        const stage = document.getElementById("stage");
        if (!stage) throw new Error("No stage.");
        const line = h("line", { x1: "0", y1: "0", x2: "12", y2: "0" });
        const label = h("foreignObject", {}, h("p", {}, "words"));
        const chart = h("svg", { viewBox: "0 0 12 12" }, h("g", {}, line), label);
        patch(stage, [h("span", {}, chart, h("a", {}, "after"))]);
        return Array.from(stage.querySelectorAll("*"), (element) => [
          element.localName,
          element.namespaceURI?.replace(/.*\//, "") ?? "",
        ]);
      });
      expect(spaces).toEqual([
        ["span", "xhtml"],
        ["svg", "svg"],
        ["g", "svg"],
        ["line", "svg"],
        ["foreignObject", "svg"],
        ["p", "xhtml"],
        ["a", "xhtml"],
      ]);
    });
  });
});
