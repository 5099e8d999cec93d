/** The story of the imaginary partner, told of the items of one version of the checklist. */

import type { Story } from "./demo.ts";

export const STORY_31: Story = {
  version: "3.1",
  open: new Set([
    "1.6",
    "8.1.9",
    "8.2.2",
    "8.3",
    "8.2.4",
    "8.4",
    "9.6.2",
    "9.6.3",
    "9.8.1",
    "9.8.2",
    "9.9.1",
    "9.9.2",
    "9.11.1",
    "9.11.2",
    "9.12",
    "9.13.2",
    "9.15.1",
    "9.15.2",
    "10.2",
    "11.2.2",
    "13.2",
  ]),
  notMet: new Set(["1.5", "9.3.6"]),
  evidence: {
    "1.1": "D&B credit report.pdf",
    "1.2": "Budget 2026 and board reviews.xlsx",
    "1.3": "Risk register.xlsx",
    "1.4": "Succession plan.pdf",
    "1.5": "No survey in 2025; planned for May",
    "2.1": "Company deck.pdf",
    "2.2": "Blog, February 2026",
    "4.3.1": "Three contracts, 2025.pdf",
    "8.1.10": "Data map.xlsx",
  },
};
