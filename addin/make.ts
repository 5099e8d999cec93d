/** What it takes to make a checklist: needed once in a workbook's life, so it is loaded only then. */

export { BUILT_IN } from "../core/checklist/built-in.ts";
export { blankInputs, blueprint } from "../core/workbook/draw/blueprint.ts";
export { buildWorkbook } from "./build.ts";
