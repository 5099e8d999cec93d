/** The checklists with all their texts: a script of its own, loaded behind the panel. */

export { BUILT_IN } from "../core/checklist/built-in.ts";
