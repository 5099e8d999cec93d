/** What the card of keys says. */

export const KEYS_TEXT = {
  title: "Keys",
  close: "Close",
  /** They act where no field has the keyboard. */
  keys: (isSelf: boolean, hasViews: boolean): readonly (readonly [key: string, does: string])[] => [
    ["M", "Met"],
    ["N", "Not met"],
    ["Backspace", "Clear the answer"],
    ["J", "Next open item"],
    ["K", "Back where you came from"],
    ["Shift+J, Shift+K", "Next and previous item"],
    isSelf ? ["E", "Evidence"] : ["E", "Auditor’s note"],
    ["O", "Owner"],
    ...(isSelf ? [] : [["F", "Kind of note"] as const]),
    ["Ctrl+Enter", "Out of a text, to the next open item"],
    ["C", "Day of closure"],
    ["L", "One item or the list"],
    ["/", "Search"],
    ...(hasViews
      ? [
          ["X", "In the list: select the item"] as const,
          ["1, 2, 3", "Answer, Sheet, Overview"] as const,
          ["F6", "Next part of the page"] as const,
        ]
      : []),
    [
      "Ctrl+Z, Ctrl+Y",
      hasViews ? "Undo, redo, wherever it was done" : "Undo, redo the last answer",
    ],
    ["?", "These keys"],
  ],
  letters: "Single letters are keys",
  stays: "Stay on the item after an answer",
} as const;
