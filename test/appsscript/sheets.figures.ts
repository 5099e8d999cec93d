/** Prints what the Google Sheets add-on costs in service calls; run by `npm run bench`. */

import { it } from "vitest";
import { serviceCalls } from "./bench.ts";
import { triggerLoad } from "./load.ts";

it("the Google Sheets add-on", () => {
  const calls = serviceCalls();
  console.log(
    `Sheets, service calls: build ${calls.build}, poll without news ${calls.pollSame}, poll with news ${calls.pollChanged}, answer from the panel ${calls.answer}, edit ${calls.edit}, paste of ten cells ${calls.paste}`,
  );
  const { compile, trigger, edit } = triggerLoad();
  console.log(
    `Sheets, milliseconds of processor time: compile the script ${compile.toFixed(1)}, a trigger from there to its first call ${trigger.toFixed(1)}, an edit in a checklist from there to its end ${edit.toFixed(1)}`,
  );
});
