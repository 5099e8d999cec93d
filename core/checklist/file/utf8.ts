/** Bytes as text, in any host: not every one has a decoder. */

/** Null where the bytes are no UTF-8. */
export function decodedUtf8(bytes: Uint8Array): string | null {
  const pieces: string[] = [];
  let codes: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let code = length === 1 ? first : first & (0xff >> (length + 1));
    if ((first >= 0x80 && first < 0xc2) || first > 0xf4) return null;
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next];
      if (byte === undefined || (byte & 0xc0) !== 0x80) return null;
      code = (code << 6) | (byte & 0x3f);
    }
    const isShort = (length === 3 && code < 0x800) || (length === 4 && code < 0x10000);
    if (isShort || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    codes.push(code);
    at += length;
    if (codes.length < 4096) continue;
    pieces.push(String.fromCodePoint(...codes));
    codes = [];
  }
  return pieces.join("") + String.fromCodePoint(...codes);
}
