/** The catalogue with all its texts: a script of its own, loaded behind the panel. */

export { groups, items } from "../core/checklist/catalogue.ts";
