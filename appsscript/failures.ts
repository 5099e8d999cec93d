/** What Google says when something fails, as a sentence with the remedy. */

import { GOOGLE_TEXT } from "./words.ts";

const SEND_MAIL = "auth/script.send_mail";

/**
 * By what Google leaves as it is in other languages (codes, addresses of permissions) where there is such a thing,
 * else by its English words.
 */
const SENTENCES: readonly (readonly [says: RegExp, sentence: string])[] = [
  [/^(?:NetworkError|Connection failure)/, GOOGLE_TEXT.offline],
  [/PERMISSION_DENIED|reading from storage/, GOOGLE_TEXT.twoAccounts],
  [new RegExp(SEND_MAIL.replace(".", "\\.")), GOOGLE_TEXT.noMail],
  [/googleapis\.com\/auth\/|do(?:es)? not have permission to call/, GOOGLE_TEXT.notAllowed],
  [/authori[sz]ation is required/i, GOOGLE_TEXT.askedAgain],
  [
    /too many times for one day|too much computer time|(?:bandwidth|daily|email) quota|limit exceeded/i,
    GOOGLE_TEXT.tomorrow,
  ],
  [/too many times in a short time|simultaneous|too many scripts/i, GOOGLE_TEXT.tooOften],
  [/maximum execution time/i, GOOGLE_TEXT.outOfTime],
  [/script function not found/i, GOOGLE_TEXT.renewed],
  [/protected cell or object/i, GOOGLE_TEXT.kept],
  [
    /server error occurred|service (?:\w+ )?(?:failed|timed out|error|unavailable)|internal error/i,
    GOOGLE_TEXT.trouble,
  ],
];

/** The sentence for what Google says; null where it is none of those that are known. */
export function googleSentence(text: string): string | null {
  return SENTENCES.find(([says]) => says.test(text))?.[1] ?? null;
}

/** Google puts the class of an error before its sentence. */
const CLASS_OF_ERROR = /^(?:[A-Za-z]*(?:Error|Exception): )+/;

/** For the user, whoever the message is of: the script's own sentences stay as they are. */
export function sentenceFor(message: string): string {
  const [classes = ""] = CLASS_OF_ERROR.exec(message) ?? [];
  const text = message.slice(classes.length);
  if (classes.includes("HostError")) return text;
  const known = googleSentence(text) ?? googleSentence(message);
  if (known !== null) return known;
  return classes === "" ? text : GOOGLE_TEXT.unknown(text);
}
