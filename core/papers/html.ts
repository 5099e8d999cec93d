/** A document as one page of HTML: no script, nothing fetched, ready to be read, mailed or printed on A4. */

import type { Paper, PaperBlock, PaperColumn } from "./types.ts";

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const lines = (text: string): string => escaped(text).replace(/\r?\n/g, "<br>");

const STYLES = `
:root{color-scheme:light}
body{font:14px/1.45 "Segoe UI",Carlito,Calibri,system-ui,sans-serif;color:#1f1f1f;background:#fff;margin:0 auto;padding:24px;max-width:960px}
h1{font-size:24px;line-height:1.2;margin:0;color:#14283c}
.partner{font-size:18px;margin:2px 0 16px;color:#14283c}
h2{font-size:16px;margin:28px 0 8px;color:#14283c;border-bottom:2px solid #3b5a7a;padding-bottom:4px}
p{margin:0 0 8px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0}
dt{color:#5c5c5c}dd{margin:0}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin-top:8px}
th,td{text-align:left;vertical-align:top;padding:4px 8px;border:1px solid #d5dbe2;overflow-wrap:break-word}
th{background:#dbe4ee;color:#14283c}
.n{text-align:right;font-variant-numeric:tabular-nums}
tr.total td{font-weight:600;border-top:2px solid #3b5a7a}
footer{margin-top:28px;color:#5c5c5c;font-size:12px}
@media(max-width:600px){body{padding:16px}table{table-layout:auto}dl{grid-template-columns:1fr}dt{margin-top:8px}}
@page{size:A4;margin:14mm}
@media print{body{padding:0;max-width:none;font-size:11px}h2{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}}
`;

export function paperHtml(paper: Paper): string {
  const title = escaped(`${paper.title}: ${paper.partner}`);
  return [
    "<!doctype html>",
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${STYLES}</style></head>`,
    "<body>",
    `<header><h1>${escaped(paper.title)}</h1><p class="partner">${lines(paper.partner)}</p></header>`,
    "<main>",
    `<dl>${paper.facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${lines(value)}</dd>`).join("")}</dl>`,
    ...paper.blocks.map(block),
    "</main>",
    `<footer>${escaped(paper.footer)}</footer>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function block({ heading, paragraphs, table }: PaperBlock): string {
  const head = `<section><h2>${escaped(heading)}</h2>`;
  const text = paragraphs.map((paragraph) => `<p>${lines(paragraph)}</p>`).join("");
  if (table === null) return `${head}${text}</section>`;
  const columns = table.columns;
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const widths = columns
    .map((column) => `<col style="width:${Math.round((column.width / sum) * 1000) / 10}%">`)
    .join("");
  const heads = columns.map(
    (column) => `<th scope="col"${kind(column)}>${escaped(column.label)}</th>`,
  );
  const rows = table.rows.map((row, index) => {
    const isTotal = table.total && index === table.rows.length - 1;
    const cells = columns.map(
      (column, at) => `<td${kind(column)}>${lines(String(row[at] ?? ""))}</td>`,
    );
    return `<tr${isTotal ? ' class="total"' : ""}>${cells.join("")}</tr>`;
  });
  return `${head}${text}<table><colgroup>${widths}</colgroup><thead><tr>${heads.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
}

const kind = (column: PaperColumn): string => (column.kind === "number" ? ' class="n"' : "");
