/** How the printed checklist looks beside what all documents have: answers in frames, so that ink alone tells them. */

export const CHECKLIST_PRINT_STYLES = `
small{font-weight:400;font-size:.85em;color:#5c5c5c}
article{padding:8px 0 10px;border-bottom:1px solid #d5dbe2}
article p{margin:2px 0 4px}
h3{font-size:14px;margin:0;display:flex;gap:8px;align-items:baseline;color:#14283c;font-weight:600}
h3 .id{min-width:3.2em;font-variant-numeric:tabular-nums}
h3 small{margin-left:auto;text-align:right}
.must h3 span{font-weight:700}
.show{color:#424242}
.said{display:grid;grid-template-columns:4.5em 8em 1fr;gap:0 10px;align-items:baseline;margin-top:4px}
.who{color:#5c5c5c}
.answer{border:1px solid #616161;border-radius:3px;text-align:center;padding:0 4px;font-weight:600}
.answer.met{border-color:#0b5a0b;color:#0b5a0b}
.answer.notMet{border:2.5px solid #9b0d1a;color:#9b0d1a;font-weight:700}
.answer.unanswered{border-style:dashed;color:#5c5c5c;font-weight:400}
.text{overflow-wrap:anywhere}
.none{color:#5c5c5c}
.owner{margin-left:8px;color:#5c5c5c}
.sign{display:grid;grid-template-columns:8em 1fr 9em 1fr;gap:16px;align-items:end;margin-top:26px}
.line{display:flex;flex-direction:column}
.line span{min-height:1.5em;border-bottom:1px solid #1f1f1f}
@media(max-width:640px){.said{grid-template-columns:4.5em 1fr}.text{grid-column:1/-1}.sign{grid-template-columns:1fr}}
@page{size:auto;margin:14mm 14mm 16mm}
@media print{footer{break-before:avoid}h3{font-size:11.5px}article{padding:5px 0 6px;break-inside:avoid}article p{margin:1px 0 2px;break-after:auto;orphans:3;widows:3}.first,.end{break-inside:avoid}.said{margin-top:2px}section{break-inside:auto}.short{break-inside:avoid}}
`;
