/** A fact in words: what is the case, and apart from it what to do. */

export interface Spoken {
  readonly message: string;
  /** What to do; null where nothing is to be done, or the message says all. */
  readonly remedy: string | null;
  /** Whether the message or the remedy names the place. */
  readonly namesPlace: boolean;
}

/** For whoever shows both in one go. */
export const wholeSentence = ({ message, remedy }: Spoken): string =>
  remedy === null ? message : `${message} ${remedy}`;
