/** What comes behind the score: action items, the sentences on faults, the item whole, and the card of keys. */

export { actionsTab } from "./actions.ts";
export { issuesTab } from "./issues.ts";
export { keysCard } from "./keys.ts";
export { wholeItem } from "./whole.ts";
