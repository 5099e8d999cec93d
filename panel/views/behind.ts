/** What comes behind the score: the sentences on faults, the item whole, and the card of keys. */

export { issuesTab } from "./issues.ts";
export { keysCard } from "./keys.ts";
export { wholeItem } from "./whole.ts";
