/**
 * Every sentence about a file that cannot be read, drawn or changed: what is wrong, where, and what to do.
 * None holds the name of the file; whoever shows it puts that in front.
 */

import { EDIT_TEXT } from "../core/words/edits.ts";

const SAVE_AGAIN = "Open it in Excel or LibreOffice and save it as .xlsx again.";
const OTHER_COPY = "Use another copy of the file.";

export const FILE_TEXT = {
  empty: `The file is empty. ${OTHER_COPY}`,
  tooLarge: (megabytes: number, most: number) =>
    `The file has ${megabytes} MB; at most ${most} MB are read. Remove large pictures and sheets that have nothing to do with the checklist.`,
  oldExcel:
    "This is not an .xlsx file but an old .xls workbook. Open it in Excel or LibreOffice and save it as .xlsx.",
  locked:
    "The workbook needs a password to open. Open it in Excel, remove the password (File, Info, Protect Workbook), and save it as .xlsx.",
  labelled:
    "The workbook is encrypted by a sensitivity label or by rights management. Ask its owner to take the label off, or to save a copy without it.",
  compound:
    "This is not an .xlsx file: it is a document of an older kind. Open it in the program that made it and save the workbook as .xlsx.",
  webPage:
    "This is not an .xlsx file but a web page, perhaps a page that asks to log in. Download the workbook again.",
  plainText:
    "This is not an .xlsx file: it holds plain text, such as CSV. Use the workbook itself.",
  notZip: `This is not an .xlsx file. ${SAVE_AGAIN}`,
  cutOff: `The file is damaged: its end is missing, as after a broken download. ${OTHER_COPY}`,
  damagedDirectory: (entry: string) =>
    `The file is damaged: its table of contents is wrong at “${entry}”. ${OTHER_COPY}`,
  zip64: (entry: string) =>
    `The file says that “${entry}” has more than 4 GB, which no checklist needs. ${SAVE_AGAIN}`,
  encrypted: (entry: string) =>
    `The part “${entry}” is encrypted. Open the file in Excel, remove the password, and save it again.`,
  packing: (entry: string) =>
    `The part “${entry}” is packed in a way that .xlsx files do not use. ${SAVE_AGAIN}`,
  tooManyParts: (count: number, most: number) =>
    `The file has ${count} parts; at most ${most} are read. Remove pictures and sheets that have nothing to do with the checklist.`,
  partTooLarge: (entry: string, megabytes: number, most: number) =>
    `The part “${entry}” unpacks to ${megabytes} MB; at most ${most} MB are read. Remove sheets and large pictures that have nothing to do with the checklist.`,
  allTooLarge: (megabytes: number, most: number) =>
    `The file unpacks to ${megabytes} MB; at most ${most} MB are read. Remove sheets and large pictures that have nothing to do with the checklist.`,
  packedTooTightly: (entry: string, ratio: number) =>
    `The part “${entry}” unpacks to ${ratio} times its size, as only files do that are made to harm. ${SAVE_AGAIN}`,
  duplicatePart: (entry: string) => `The part “${entry}” is in the file twice. ${SAVE_AGAIN}`,
  escapingPart: (entry: string) => `The part “${entry}” points out of the file. ${SAVE_AGAIN}`,
  overlappingParts: (entry: string) =>
    `The part “${entry}” lies over another part of the file. ${SAVE_AGAIN}`,
  noWorkbook:
    "The file is a zip archive without a workbook in it. Choose the .xlsx file itself, not an archive, document or presentation.",
  openDocument: "This is an OpenDocument file. Open it in LibreOffice and save it as .xlsx.",
  binaryWorkbook: "This is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.",
  wrongSize: (entry: string) =>
    `The part “${entry}” is damaged: it does not unpack to what the table of contents promises. ${OTHER_COPY}`,
  missingPart: (entry: string) => `The part “${entry}” is missing from the file. ${SAVE_AGAIN}`,
  badText: (entry: string) =>
    `The part “${entry}” holds characters that are not of the encoding it names. ${SAVE_AGAIN}`,
  unknownEncoding: (entry: string, encoding: string) =>
    `The part “${entry}” is written in ${encoding}, which is not read here. ${SAVE_AGAIN}`,
  badXml: (entry: string) => `The part “${entry}” is damaged and cannot be read. ${OTHER_COPY}`,
  doctype: (entry: string) =>
    `The part “${entry}” defines entities of its own, which workbooks never do. ${SAVE_AGAIN}`,
  tooDeep: (entry: string) =>
    `The part “${entry}” is nested or described beyond all measure. ${SAVE_AGAIN}`,
  badString: (cell: string) =>
    `Cell ${cell} refers to a text that the file does not hold. ${SAVE_AGAIN}`,
  badNumber: (cell: string) => `Cell ${cell} holds a number that cannot be read. ${SAVE_AGAIN}`,
  badCell: (sheet: string, address: string) =>
    `The sheet “${sheet}” has a cell at the place “${address}”, which does not exist. ${SAVE_AGAIN}`,
  badFormula: (cell: string) =>
    `The formula of cell ${cell} is shared with a cell that is not there. ${SAVE_AGAIN}`,
  badStyle: (cell: string) => `Cell ${cell} has a style that the file does not hold. ${SAVE_AGAIN}`,
  noStyles: `The file holds no cell styles. ${SAVE_AGAIN}`,
  noTexts: `The file has no table of texts, which sheets that are drawn anew need. ${SAVE_AGAIN}`,
  farCell: (cell: string, lastRow: number) =>
    `Cell ${cell} is used; sheets of the checklist are read down to row ${lastRow}. Delete the rows below the list and save again.`,
  rangeTooLarge: (name: string, reference: string) =>
    `The name ${name} stands for ${reference}, which is too large to be meant. Give it its own cells again in Formulas, Name Manager.`,
  rangesTooLarge: (most: number) =>
    `The names of the checklist stand for more than ${most} cells together. Give them their own cells again in Formulas, Name Manager.`,

  ruleTooLarge: (area: string) =>
    `A list to choose from covers ${area}, far more than the checklist. Nothing was changed. Clear it below the list (Data, Data Validation), and try again.`,

  ...EDIT_TEXT,
  shapeDiffers: (name: string) =>
    `The results for ${name} do not have the size of its cells. Nothing was changed. Read the workbook again.`,
  alreadyBuilt:
    "This file is a workbook already. A checklist is made in a new file. Choose another name.",
  notBuilt: "The workbook has no sheets yet. Build the checklist first.",
} as const;
