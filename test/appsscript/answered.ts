/** A spreadsheet with a self-assessment that is ready to be handed over. */

import type { Inputs } from "../../core/audit/inputs.ts";
import { checklist31 } from "../../core/checklist/v3.1/checklist.ts";
import { blankInputs, blueprint } from "../../core/workbook/draw/blueprint.ts";
import { ScriptHost } from "../fakes/sheets/script.ts";
import { withItem } from "../fakes/snapshot.ts";
import { portOf } from "./port.ts";

const { items } = checklist31;

export const answered: Inputs = items.reduce(
  (all: Inputs, { id }) => withItem(all, id, { self: id === "1.4" ? "notMet" : "met" }),
  { ...blankInputs(checklist31), partner: "Käse & Söhne" },
);

export function hostWith(inputs: Inputs): ScriptHost {
  const host = new ScriptHost();
  portOf(host).build(blueprint(checklist31, inputs));
  return host;
}
