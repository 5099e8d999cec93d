/** What stands in the menu, apart from all other words: the menu is made each time a spreadsheet is opened. */

export const MENU_TEXT = {
  open: "Open panel",
  steps: "Hand over and later steps",
  repair: "Put lists and protection back",
} as const;
