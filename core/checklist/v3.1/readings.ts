/** Where the source of version 3.1 is silent or unclear: our readings, labelled as ours. */

import type { Passage } from "../types.ts";

export const readings: Passage = {
  title: "Our readings, where the source is silent or unclear",
  paragraphs: [
    "Our copy of the text lacks the point values of 4.1, 4.2.1, 4.2.2 and 4.2.3; the published document has them, in the table of section 4 on page 10. Together they earn 60. The values here are the most likely ones. Compare them with the table and enter them on the Overview, under Points to check; one set to 0 costs 200 when not met. Until Checked says Yes they are marked, and while one of them is audited and not met, each could count up to 30 points otherwise, or be mandatory and cost about 200.",
    "The source says to subtract the negative scores. To the letter, subtracting -200 would raise a total; here it lowers it.",
    "Business days are Monday to Friday, less the holidays entered on the Overview.",
    "Action items are due 5 business days after the audit summary was received. The source’s definition counts from the audit instead; that earlier date is shown as advice. 24 hours are counted as the next calendar day. Of an audit of several days, enter the last.",
    "Closed on is the day on which the evidence that the auditor accepted was given. A score-impacting item closed later than its due date does not raise the score; a mandatory one counts whenever it was accepted.",
    "A plan for a mandatory item does not lift its -200. If all that are open have one, and closing them would be enough, the last verdict is Action plan instead of Fail.",
    "A waived item stays waived in a renewal, also where the renewal lists it.",
    "A renewal is for partners who already are MSPs and were audited against version 3.0, as the source says, or later, which is our reading. It is due 12 months after the audit; a full audit is due 3 years after the last full one.",
    "In a renewal, item 3.1 covers the services that are new in 3.1 and were not reviewed before; all of them when 3.1 is itself a previous action item or a disclosed change. Where none is left, the answer to 3.1 stands alone.",
    "An item is mandatory or score-impacting by its points alone; the source’s definition of the latter does not exclude those of -200.",
    "Of 8.1.1 and 8.1.3 the source says only what evidence may be. That the policies and procedures are shown is our reading.",
    "The subject of the mail is read without the brackets and the full stop that the source quotes.",
    "The source contradicts itself, and both sides are told. By its changes 9.2.3 was clarified and also removed (3.1 has none); 6.1.2 and 9.3.6 were removed (3.1 has other items of these ids). 4.4.2 counts as added or expanded, but no entry of the changes says so.",
    "6.1.5, 6.1.6 and 8.1.7 print an address that the source’s appendix calls Introduction to AWS Security Whitepaper; the AWS Security Best Practices Whitepaper has another. Hyphens that our copy of the text lost in addresses were put back.",
    "Customer references are measured back from the audit, else from the submission, and do not count before one of the two has a day: up to 12 months is fine, 12 to 18 months is to be confirmed, more is too old.",
    "The final report comes not before the day after the action items are due, and at most 10 business days after the audit; where the two cross, agree on the dates with the auditor.",
    "Blank entries are read as: in the Channel Reseller Program, full audit, phase Self-assessment. Each brings a warning.",
    "The subtract value of 8.4 is printed as +0 and read as 0; that of 11.1.1 is missing in our copy of the text too, and the values around it leave only -200.",
  ],
};
