/** What the card of keys says. */

export const KEYS_TEXT = {
  title: "Keys",
  close: "Close",
  /** They act where no field has the keyboard. */
  keys: (isSelf: boolean): readonly (readonly [key: string, does: string])[] => [
    ["M", "Met"],
    ["N", "Not met"],
    ["Backspace", "Clear the answer"],
    ["J", "Next open item"],
    ["K", "Back where you came from"],
    ["Shift+J, Shift+K", "Next and previous item"],
    isSelf ? ["E", "Evidence"] : ["E", "Auditor’s note"],
    ["O", "Owner"],
    ["C", "Day of closure"],
    ["L", "One item or the list"],
    ["/", "Search"],
    ["Ctrl+Z", "Undo the last answer"],
    ["?", "These keys"],
  ],
  letters: "Single letters are keys",
  stays: "Stay on the item after an answer",
} as const;
