/** The imaginary partner of the example. */

export const EXAMPLE = {
  partner: "Kestrel Cloud Ltd",
  people: ["A. Moreau", "J. Okafor", "P. Lind", "S. Haddad", "T. Weiss", "R. Silva", "M. Dunne"],
  use: "Web shop of a retailer, since 2025",
  support: "Runbook and 24x7 on-call team",
  demonstration: (title: string) => `Demo: ${title}`,
  record: (title: string) => `${title}, records.xlsx`,
  document: (title: string) => `${title}.pdf`,
} as const;
