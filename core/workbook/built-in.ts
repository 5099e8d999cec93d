/** The editions of the checklists that this program brings along, for hosts that also draw workbooks. */

import { BUILT_IN } from "../checklist/built-in.ts";
import { carriedReader } from "./carried.ts";
import { editionOf, type FullEdition } from "./edition.ts";
import { withCarried } from "./library.ts";

export { editionOf, type FullEdition } from "./edition.ts";

const [newest, ...earlier] = BUILT_IN;
const all: readonly [FullEdition, ...FullEdition[]] = [
  editionOf(newest),
  ...earlier.map(editionOf),
];

/** Newest first; workbooks may carry others. */
export const EDITIONS = withCarried(all, carriedReader());
