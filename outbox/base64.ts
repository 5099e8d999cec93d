/** Bytes as base64 (RFC 4648), in any host. */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = bytes.length - at;
    parts.push(
      DIGITS.charAt(group >> 18) +
        DIGITS.charAt((group >> 12) & 63) +
        (left > 1 ? DIGITS.charAt((group >> 6) & 63) : "=") +
        (left > 2 ? DIGITS.charAt(group & 63) : "="),
    );
  }
  return parts.join("");
}

const CODES = Array.from(DIGITS, (digit) => digit.charCodeAt(0));
const PAD = 61;
const [RETURN, FEED] = [13, 10];

/** The same as ASCII in lines of so many digits, a multiple of four, each with its line end. */
export function base64Lines(bytes: Uint8Array, digits: number): Uint8Array {
  const perLine = (digits / 4) * 3;
  const lines = Math.ceil(bytes.length / perLine);
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4 + lines * 2);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    out[to] = CODES[group >> 18] ?? 0;
    out[to + 1] = CODES[(group >> 12) & 63] ?? 0;
    out[to + 2] = left > 1 ? (CODES[(group >> 6) & 63] ?? 0) : PAD;
    out[to + 3] = left > 2 ? (CODES[group & 63] ?? 0) : PAD;
    to += 4;
    if ((at + 3) % perLine === 0 || left <= 3) {
      out[to] = RETURN;
      out[to + 1] = FEED;
      to += 2;
    }
  }
  return out;
}
