/** How the panel looks: contrast, sizes, themes and targets, in every state. */

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { howMany, someOf } from "../plan/how-many.ts";
import { type Look, showReport } from "./chromium.ts";
import { scenario } from "./scenarios.ts";
import { describeInChromium, dock, pageOf, STATES, withPanel } from "./states.ts";

const SIZES: readonly (readonly [string, Look])[] = [
  ["320 wide", { width: 320, height: 700 }],
  ["320 x 480", { width: 320, height: 480 }],
  ["at 200 %", { width: 320, height: 700, zoom: 2 }],
];
const EVERY = Object.entries(STATES);
/** By axe, which takes seconds for each: a third of the states, others in the next run; all in the long run. */
const forAxe = someOf(EVERY, howMany(Math.ceil(EVERY.length / 3), EVERY.length));
/** Each state in one of the sizes, another one in the next run; in all of them in the long run. */
const wanted = (Object.keys(STATES) as (keyof typeof STATES)[]).map((name, index) => {
  const turned = SIZES.map((_, turn) => SIZES[(index + turn) % SIZES.length]?.[0]);
  return [name, someOf(turned, howMany(1, SIZES.length))] as const;
});

describeInChromium("looks", () => {
  describe("have nothing that axe objects to:", () => {
    const panel = pageOf({});
    it.each(forAxe)("%s", async (_, bring) => {
      const page = await panel();
      await page.emulateMedia({ colorScheme: "light" });
      await bring(page);
      expect(await violations(new AxeBuilder({ page }))).toEqual([]);
      // The dark page is the same page in other colours.
      await page.emulateMedia({ colorScheme: "dark" });
      const contrast = new AxeBuilder({ page }).withRules("color-contrast");
      expect(await violations(contrast), "dark").toEqual([]);
    });
  });

  describe.each(SIZES)("need no scrolling sideways, %s:", (size, look) => {
    const panel = pageOf(look);
    it.each(wanted.filter(([, sizes]) => sizes.includes(size)))("%s", async (name) => {
      const page = await panel();
      await STATES[name](page);
      expect(await wideParts(page)).toEqual([]);
    });
  });

  it("draws the host's theme over the system's", async () => {
    await withPanel({ dark: true }, async (page) => {
      await showReport(page, scenario("self"));
      const color = () =>
        page.locator(".msp-panel").evaluate((panel) => getComputedStyle(panel).backgroundColor);
      const dark = await color();
      await page.evaluate(() => document.documentElement.setAttribute("data-theme", "light"));
      expect(await color()).toBe("rgb(255, 255, 255)");
      await page.emulateMedia({ colorScheme: "light" });
      await page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark"));
      expect(await color()).toBe(dark);
      expect(dark).not.toBe("rgb(255, 255, 255)");
    });
  });

  it("tells the parts of the meter apart by pattern in forced colours", async () => {
    await withPanel({ forced: true }, async (page) => {
      await showReport(page, scenario("self"));
      const fills = await page
        .locator(".track i")
        .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).backgroundImage));
      expect(fills).toHaveLength(3);
      expect(new Set(fills).size).toBe(3);
    });
  });

  it("shows answers that are closed as closed, and Details as a button, in forced colours", async () => {
    await withPanel({ forced: true }, async (page) => {
      await showReport(page, scenario("submitted"), "8.1.9");
      const grey = await page.evaluate(() => {
        const sample = document.createElement("i");
        sample.style.color = "GrayText";
        document.body.append(sample);
        const { color } = getComputedStyle(sample);
        sample.remove();
        return color;
      });
      const closed = await dock(page)
        .getByRole("radio")
        .evaluateAll((all) =>
          all.map((own) => [getComputedStyle(own).color, getComputedStyle(own).borderTopColor]),
        );
      expect(closed).toEqual([
        [grey, grey],
        [grey, grey],
      ]);
      const details = dock(page).getByRole("button", { name: "Details" });
      expect(await details.evaluate((own) => getComputedStyle(own).borderTopWidth)).toBe("1px");
    });
  });

  it.each([{}, { dark: true }])(
    "has the host's high contrast, whatever the system's: %o",
    async (look) => {
      await withPanel(look, async (page) => {
        await page.evaluate(() => document.documentElement.setAttribute("data-theme", "contrast"));
        await showReport(page, scenario("audit"), "8.1.9");
        const style = (selector: string) =>
          page
            .locator(selector)
            .first()
            .evaluate((own) => {
              const { backgroundColor, color, borderTopColor, borderTopWidth, boxShadow } =
                getComputedStyle(own);
              return { backgroundColor, color, borderTopColor, borderTopWidth, boxShadow };
            });
        const [black, white] = ["rgb(0, 0, 0)", "rgb(255, 255, 255)"];
        expect(await style(".msp-panel")).toMatchObject({ backgroundColor: black, color: white });
        expect(await style(".dock")).toMatchObject({
          backgroundColor: black,
          borderTopColor: white,
        });
        expect(await style(".quiet-text")).toMatchObject({ color: white });
        expect(await style(".details-button")).toMatchObject({
          borderTopColor: white,
          borderTopWidth: "1px",
        });
        expect((await style(".row.selected")).boxShadow).not.toBe("none");
        const fills = await page
          .locator(".track i")
          .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).backgroundImage));
        expect(fills).toHaveLength(3);
        expect(new Set(fills).size).toBe(3);
        const contrast = new AxeBuilder({ page }).withRules("color-contrast");
        expect(await violations(contrast)).toEqual([]);
        // Answers that are closed look closed.
        await showReport(page, scenario("submitted"), "8.1.9");
        expect((await style(".answer")).color).not.toBe(white);
      });
    },
  );

  it("offers targets of at least 24 pixels", async () => {
    for (const name of ["self-assessment", "items", "issues", "audit details", "empty"] as const) {
      await withPanel({ width: 320 }, async (page) => {
        await STATES[name](page);
        const small = await page.locator("button, input, textarea").evaluateAll((all) =>
          all
            .filter((one) => !one.closest("p") && one.getAttribute("type") !== "radio")
            .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }))
            .filter(({ box }) => box.height < 24 || box.width < 24)
            .map(({ text }) => text),
        );
        expect(small, name).toEqual([]);
      });
    }
  });
});

async function violations(axe: AxeBuilder): Promise<[rule: string, parts: string[]][]> {
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

/** Elements that reach beyond the panel's edge, and anything that can be scrolled sideways. */
function wideParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const wide = Array.from(document.querySelectorAll(".msp-panel, .msp-panel *"))
      .filter((part) => part.closest(".spoken") === null)
      .filter((part) => {
        const box = part.getBoundingClientRect();
        return box.width > 0 && (box.right > edge + 0.5 || box.left < -0.5);
      })
      .map((part) => `${part.tagName} ${part.className}`);
    return document.documentElement.scrollWidth > edge ? [...wide, "page"] : wide;
  });
}
