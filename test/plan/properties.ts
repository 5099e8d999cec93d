/** Lets random properties of a run depend on its seed alone. */

import fc from "fast-check";
import { SEED } from "./how-many.ts";

fc.configureGlobal({ seed: SEED });
