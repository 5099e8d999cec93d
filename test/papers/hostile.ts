/** Names and texts that try to break out of where they are put. */

/** Each alone could add a header, a line of a calendar, an element of a page, or crash an encoder. */
export const HOSTILE: Readonly<Record<string, string>> = {
  lineBreak: "Kestrel\r\nBcc: everybody@example.com\r\n\r\nBody",
  newline: "Kestrel\nX-Injected: yes",
  lonelyReturn: "Kestrel\rSubject: Other",
  separators: "Kestrel\u2028Bcc: a@example.com\u2029\u0085b",
  control: "Kes\u0000tr\u0007el\u001b[31m",
  encodedWord: "=?utf-8?Q?Bcc:_x?= Ltd",
  loneSurrogate: "Kestrel \ud83d Ltd \udc00",
  rightToLeft: "\u202eLtd lertseK\u202c شركة السحاب",
  emoji: "👩‍🚀 Käse & Söhne 漢字 🧀",
  long: "Österreichische Wolkenbetriebsgesellschaft ".repeat(12),
  longWord: "Ä".repeat(400),
  longAscii: "a".repeat(1200),
  markup: `<script>alert(1)</script><img src=x onerror=alert(1)>"'&amp;]]>`,
  address: 'a@example.com, "b" <c@example.com>;',
  calendar: "Kestrel, Ltd; \\n DTEND:20260101",
  boundary: "--=_msp-checklist-0",
  style: "</style></title><b>bold</b>{}*/",
};
