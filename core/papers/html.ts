/** A document as one page of HTML: no script, nothing fetched, ready to be read, mailed or printed on A4. */

import type { Paper, PaperBlock, PaperColumn, PaperTable } from "./types.ts";

export const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
export const lines = (text: string): string => escaped(text).replace(/\r?\n/g, "<br>");

const STYLES = `
:root{color-scheme:light}
body{font:14px/1.45 "Segoe UI",Carlito,Calibri,system-ui,sans-serif;color:#1f1f1f;background:#fff;margin:0 auto;padding:24px;max-width:960px}
h1{font-size:24px;line-height:1.2;margin:0;color:#14283c}
.partner{font-size:18px;margin:2px 0 16px;color:#14283c}
h2{font-size:16px;margin:28px 0 8px;color:#14283c;border-bottom:2px solid #3b5a7a;padding-bottom:4px}
p{margin:0 0 8px}
.lead{font-size:17px;color:#14283c}
dl{columns:2;column-gap:32px;margin:0}
dl div{display:grid;grid-template-columns:11em 1fr;gap:0 12px;padding:2px 0;break-inside:avoid}
dt{color:#5c5c5c}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin-top:8px}
th,td{text-align:left;vertical-align:top;padding:4px 8px;border:1px solid #d5dbe2;overflow-wrap:anywhere}
th{background:#dbe4ee;color:#14283c}
.n{text-align:right;font-variant-numeric:tabular-nums}
tr.total td{font-weight:600;border-top:2px solid #3b5a7a}
footer{margin-top:28px;color:#5c5c5c;font-size:12px}
@media(max-width:640px){body{padding:16px}dl{columns:1}dl div{grid-template-columns:9em 1fr}.wide{overflow-x:auto}.wide table{min-width:680px}}
@page{size:A4;margin:14mm 14mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:9px sans-serif;color:#5c5c5c}}
@media print{body{padding:0;max-width:none;font-size:11px}h1{font-size:20px}.partner{font-size:14px}.lead{font-size:13px}h2{font-size:13px;margin-top:18px;break-after:avoid}th,td{padding:3px 6px}p{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}.short{break-inside:avoid}}
`;

export function paperHtml(paper: Paper): string {
  return pageHtml(
    paper,
    paper.blocks.map((entry, index) => block(entry, index === 0)),
  );
}

/** The page around what a document says; `styles` come behind those that all documents have. */
export function pageHtml(
  paper: Omit<Paper, "blocks" | "version">,
  main: readonly string[],
  styles = "",
): string {
  const title = escaped(`${paper.title}: ${paper.partner}`);
  return [
    "<!doctype html>",
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${STYLES}${styles}</style></head>`,
    "<body>",
    `<header><h1>${escaped(paper.title)}</h1><p class="partner" dir="auto">${lines(paper.partner)}</p></header>`,
    "<main>",
    `<dl>${paper.facts.map(([label, value]) => `<div><dt>${escaped(label)}</dt><dd dir="auto">${lines(value)}</dd></div>`).join("")}</dl>`,
    ...main,
    "</main>",
    `<footer>${escaped(paper.footer)}</footer>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** So many rows still fit on what is left of a page, or on a new one. */
const SHORT_ROWS = 6;

/** The first sentence of the first block is what everybody looks for. */
export function block({ heading, paragraphs, table }: PaperBlock, leads: boolean): string {
  const text = paragraphs.map((paragraph, index) => {
    const lead = leads && index === 0 ? ' class="lead"' : "";
    return `<p${lead} dir="auto">${lines(paragraph)}</p>`;
  });
  const short = table === null || table.rows.length <= SHORT_ROWS ? ' class="short"' : "";
  const drawn = table === null ? "" : tableHtml(heading, table);
  return `<section${short}><h2>${escaped(heading)}</h2>${text.join("")}${drawn}</section>`;
}

function tableHtml(heading: string, table: PaperTable): string {
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
    const cells = columns.map((column, at) => {
      const direction = column.kind === "text" ? ' dir="auto"' : "";
      return `<td${kind(column)}${direction}>${lines(String(row[at] ?? ""))}</td>`;
    });
    return `<tr${isTotal ? ' class="total"' : ""}>${cells.join("")}</tr>`;
  });
  const wide = columns.length > 2 ? ' class="wide" tabindex="0" role="group"' : "";
  const label = wide === "" ? "" : ` aria-label="${escaped(heading)}"`;
  return `<div${wide}${label}><table><colgroup>${widths}</colgroup><thead><tr>${heads.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

const kind = (column: PaperColumn): string => (column.kind === "number" ? ' class="n"' : "");
