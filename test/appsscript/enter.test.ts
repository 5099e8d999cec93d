/** What the user of the sidebar asks for, kept as every host keeps it. */

import { describeEntering } from "../contract/enter-suite.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { portOf } from "./port.ts";

describeEntering("Google Sheets", () => {
  const host = new ScriptHost();
  const { world } = host;
  world.costOfCall = 0;
  return {
    build: (plan) => portOf(host).build(plan),
    snapshot: () => portOf(host).snapshot(),
    answer: (item, side, answer) => host.call("answer", item, side, answer),
    movePhase: (to, reason) => host.call("takePhase", to, reason),
    closed: "refused",
    // An answer is written without reading the other cells, each of which has its price.
    tidies: "steps",
  };
});
