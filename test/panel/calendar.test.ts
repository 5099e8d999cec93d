/** The calendar file that the page Steps saves, far from Greenwich. */

import { expect, it } from "vitest";
import { describeInChromium, openSteps, press, withPanel } from "./states.ts";

describeInChromium("the calendar of the page Steps", () => {
  it("tells when it was made as UTC, wherever that was", async () => {
    await withPanel({}, async (page) => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Emulation.setTimezoneOverride", { timezoneId: "Asia/Tokyo" });
      expect(await page.evaluate(() => new Date().getTimezoneOffset())).toBe(-540);
      await openSteps(page, "actions");
      const stamp = (moment: Date) => moment.toISOString().replace(/[-:]|\.\d+/g, "");
      const before = stamp(new Date());
      await press(page, "Save dates for a calendar (.ics)");
      await page.getByText("MSP dates.ics").first().waitFor();
      const [file] = await page.evaluate(() => window.panelTest.saved);
      const made = /^DTSTAMP:(\d{8}T\d{6}Z)\r$/m.exec(file?.text ?? "")?.[1] ?? "";
      expect(made >= before && made <= stamp(new Date()), `${made} since ${before}`).toBe(true);
    });
  });
});
