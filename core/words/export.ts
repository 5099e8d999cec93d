/** Names of the lists that are written out. */

export const EXPORT_TEXT = {
  sheets: {
    items: "Items",
    services: "Services",
    references: "References",
    inputs: "Profile and dates",
  },
  /** Over the defined names of single inputs, as `set` takes them. */
  name: "Name",
} as const;
