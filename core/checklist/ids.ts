/** How items and sections are called: as in print, and nothing that a formula or a pattern could take for something else. */

/** `2.7` or `2.7.1`, as a numbered document has them, or `BUS-012`. Never a whole number: that is a section's. */
export const ITEM_ID = /^(?:[1-9]\d?(?:\.[1-9]\d?){1,3}|[A-Z][0-9A-Z]{0,6}-\d{1,4}(?:\.\d{1,2})?)$/;

/** A section key is a number in the sheet. */
export const SECTION_ID = /^[1-9]\d?$/;
