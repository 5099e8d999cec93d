/** Auditor's notes: what each is, which decides where it is told. */

export const NOTE_KINDS = ["Finding", "Strength", "Opportunity"] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Null where a note does not say what it is, or says it in a word that is no kind. */
export const noteKindOf = (word: string): NoteKind | null =>
  NOTE_KINDS.find((kind) => kind.toLowerCase() === word.trim().toLowerCase()) ?? null;

/** A note without a word for its kind is the finding of an action item, where it is of one. */
export const isFinding = (noteKind: string, isAction: boolean): boolean =>
  noteKindOf(noteKind) === "Finding" || (isAction && noteKind.trim() === "");

/** A note that belongs under no heading of its own. */
export const isOtherNote = (noteKind: string, isAction: boolean): boolean =>
  noteKindOf(noteKind) === null && !isFinding(noteKind, isAction);
