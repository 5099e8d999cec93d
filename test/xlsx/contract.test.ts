/** The .xlsx host against the contract of the port; what is locked and drawn is looked up in the file's own XML. */

import { strFromU8, unzipSync } from "fflate";
import { cellAddress } from "../../core/workbook/a1.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import type { Feature } from "../../core/workbook/port.ts";
import { newXlsx, openXlsx } from "../../xlsx/workbook.ts";
import { describeCarried } from "../contract/carried-suite.ts";
import { describeScenario } from "../contract/scenario-suite.ts";
import { type ContractHost, describeWorkbookContract } from "../contract/workbook-contract.ts";

/** Where each feature shows in a part of the file. */
const TRACES: Readonly<Record<Exclude<Feature, "calculation">, RegExp>> = {
  pageSetup: /<pageSetup [^>]*orientation="landscape"/,
  pageHeaders: /<oddHeader>/,
  shareBars: /<(?:\w+:)?dataBar/,
  rowHeights: /<row [^>]*\bht="[^"]+"[^>]*customHeight="(?:1|true)"/,
  veryHiddenSheets: /state="veryHidden"/,
  inputPrompts: /promptTitle="/,
};

const makeHost = (): ContractHost => {
  const book = newXlsx(EDITIONS);
  let [seen, parts]: [Uint8Array, [name: string, text: string][]] = [new Uint8Array(), []];
  const text = (part: RegExp): string => {
    const bytes = book.bytes();
    if (bytes !== seen) {
      seen = bytes;
      parts = Object.entries(unzipSync(bytes)).map(([name, own]) => [name, strFromU8(own)]);
    }
    return parts
      .filter(([name]) => part.test(name))
      .map(([, own]) => own)
      .join("\n");
  };
  return {
    book,
    reopen: () => openXlsx(EDITIONS, book.bytes()),
    isOpen(sheet, row, column) {
      const names = [...text(/workbook\.xml$/).matchAll(/<sheet name="([^"]+)"/g)].map(
        ([, name]) => name,
      );
      const xml = text(new RegExp(`worksheets/sheet${names.indexOf(sheet) + 1}\\.xml$`));
      if (!/<sheetProtection [^>]*sheet="(?:1|true)"/.test(xml)) return true;
      const cell = new RegExp(`<c r="${cellAddress(row, column)}"[^>]*>`).exec(xml)?.[0] ?? "";
      const style = Number(/ s="(\d+)"/.exec(cell)?.[1] ?? 0);
      const formats = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(text(/styles\.xml$/))?.[0] ?? "";
      const format = formats.match(/<xf [^>]*\/>|<xf [\s\S]*?<\/xf>/g)?.[style] ?? "";
      return /<protection [^>]*locked="(?:0|false)"/.test(format);
    },
    has(feature) {
      // A file calculates nothing by itself.
      return feature === "calculation"
        ? false
        : TRACES[feature].test(text(/xl\/(?:workbook|worksheets\/.*)\.xml$/));
    },
  };
};

describeWorkbookContract("A file", makeHost);
describeScenario("A file", makeHost);
describeCarried("A file", makeHost, { large: true });
