/** What the panel is told and what it may ask for; the same in Excel, in Google Sheets and in the preview. */

import type { ScoreName } from "../core/audit/advice.ts";
import type { Answer } from "../core/audit/answers.ts";
import type { Phase } from "../core/audit/phases.ts";
import type { IsoDate, ItemId } from "../core/checklist/domain.ts";
import type { Checklist } from "../core/checklist/types.ts";
import type { Letter } from "../core/papers/types.ts";
import type { Report } from "../core/report/report.ts";
import type { Issue, Place } from "../core/workbook/issues.ts";
import type { Blueprint, MaybePromise } from "../core/workbook/port.ts";
import type { AnswerSide } from "../core/workbook/write/entries.ts";

/** A pane beside a workbook, or a page of its own: for one item or the list, or for where everything stands. */
export type Layout = "pane" | "answer" | "overview";

/** The views between which a page turns. */
export type PageView = "answer" | "sheet" | "overview";

/** What a host shows in the panel. */
export type PanelState =
  | { readonly kind: "starting" }
  /** The workbook holds no checklist. */
  | { readonly kind: "empty" }
  | {
      readonly kind: "report";
      readonly report: Report;
      /** The checklist that the report is of; its texts may come later. */
      readonly checklist: Checklist;
      readonly selected: ItemId | null;
    }
  /** Long work; the fraction is from 0 to 1. */
  | {
      readonly kind: "working";
      readonly message: string;
      readonly fraction: number;
      readonly cancel: (() => void) | null;
    }
  /** A failure told in a sentence, with what can be done about it. */
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly remedy: { readonly label: string; readonly act: () => void } | null;
    };

export interface NewChecklist {
  readonly partner: string;
  readonly reseller: boolean;
  readonly renewal: boolean;
}

export interface HostRemedy {
  readonly text: string;
  readonly label: string;
  act(): MaybePromise<void>;
}

export interface ItemAnswer {
  readonly id: ItemId;
  readonly answer: Answer;
}

/** Texts of an item that can be edited in the panel, by their defined names. */
export type ItemField =
  | "Evidence"
  | "Owner"
  | "Auditor_Note"
  | "Note_Kind"
  | "Closure_Evidence"
  | "Closed_On"
  | "Action_Plan";

/** An act of the history, as far as it is told. */
export interface PastAct {
  readonly cells: readonly {
    /** The defined name of the input. */
    readonly name: string;
    readonly item: ItemId | null;
    /** As it stands on the sheet now; blank for nothing. */
    readonly after: string;
  }[];
  /** When it was done, in milliseconds. */
  readonly at: number;
  /** What was done, and that it was taken back: sentences. */
  readonly done: string;
  readonly undone: string;
}

export interface HistoryHost {
  /** What stands, the newest first. */
  recent(): readonly PastAct[];
  undoable(): PastAct | null;
  redoable(): PastAct | null;
  /** Null where there was nothing to take back, or to do again. */
  turnBack(direction: "undo" | "redo"): Promise<PastAct | null>;
}

/** The shares of a kept workbook's meter, from 0 to 1. */
export interface RecentMeter {
  readonly nowShare: number;
  readonly openShare: number;
  readonly missedShare: number;
  readonly passShare: number;
}

/** A workbook that the host keeps, to go on with. */
export interface RecentBook {
  readonly id: string;
  readonly title: string;
  /** Phase and how much is answered. */
  readonly detail: string;
  readonly headline: string;
  /** Null where nothing more is known than its name. */
  readonly meter: RecentMeter | null;
  /** When it was last changed, in milliseconds. */
  readonly at: number;
}

/** Where a score stood at the end of a day. */
export interface DayPoint {
  readonly day: IsoDate;
  /** Of which of the three scores. */
  readonly score: ScoreName;
  readonly total: number;
  readonly answered: number;
}

/** What the panel asks of its host. A rejected promise carries a sentence for the user. */
export interface PanelHost {
  /** The host's own words, for sentences such as "Select a row". */
  readonly words: {
    readonly workbook: string;
    readonly program: string;
    /** What stands where an item's text would be while it is missing. */
    readonly noItemText?: string;
  };
  /** What a new checklist can be made of, the newest first. */
  readonly checklists: readonly [Checklist, ...Checklist[]];
  /** Whether a new checklist is a workbook of its own; otherwise it comes beside the user's sheets. */
  readonly startsAlone?: boolean;
  newChecklist(wish: NewChecklist): MaybePromise<void>;
  /** Other ways to begin; absent where the workbook is open already. */
  readonly start?: {
    example(): MaybePromise<void>;
    open(): void;
    /** Asks for the file of another version of the checklist, to make new ones of. */
    version(): MaybePromise<void>;
    /** What the host keeps, the last changed first; then what can be done with one, and for null with all of them. */
    recent(): readonly RecentBook[];
    openRecent(id: string): MaybePromise<void>;
    earlier(id: string): MaybePromise<void>;
    forget(id: string | null): MaybePromise<void>;
  };
  answer(id: ItemId, side: AnswerSide, answer: Answer): MaybePromise<void>;
  /** Writes several answers as one change; absent where only one goes at a time. */
  answerAll?(side: AnswerSide, answers: readonly ItemAnswer[]): MaybePromise<void>;
  /** `joins`: it belongs to the answer just given, and is taken back with it. */
  write(id: ItemId, field: ItemField, text: string, joins?: boolean): MaybePromise<void>;
  /** One history for whatever side an act came from; absent where the panel can take back its own last answer only. */
  readonly history?: HistoryHost;
  /** Where the score stood, day by day, the oldest first; absent where nobody remembers. */
  progress?(): readonly DayPoint[];
  goTo(place: Place): MaybePromise<void>;
  /** Selects an item's row beside the panel, which stays in sight; absent where `goTo` leaves it there anyway. */
  follow?(place: Place): MaybePromise<void>;
  /** What was said of an item before answers moved here from another version; absent where the host does not know. */
  answerBefore?(id: ItemId): { readonly answer: string; readonly version: string } | null;
  /** Whether it was read; not so where the host has to wait, as while a cell is being edited. */
  refresh(): MaybePromise<boolean>;
  /** Prints one of the page's views; absent where the program prints. */
  print?(view: PageView): void;
  /** Copies the overview as a picture; absent where there is none. */
  copyPicture?(): Promise<void>;
  /** Turns the page to another of its views; absent where there is only the pane. */
  turn?(view: PageView): void;
  /** What the host itself can do about a fault, in place of what there is to do elsewhere; null for nothing. */
  remedyFor?(issue: Issue): HostRemedy | null;
  /** Why a part of the panel cannot be loaded, where the host can find out. */
  whyLost?(): Promise<string>;
  /** Absent where only answers can be written. */
  readonly steps?: StepHost;
  /** Absent where the host cannot remember settings between openings. */
  readonly memory?: { get(key: string): string | null; set(key: string, value: string): void };
}

/** The steps of an audit; what each writes is the core's to say (`core/report/moves.ts`). */
export interface StepHost {
  /** Going back needs a reason. */
  movePhase(to: Phase, reason: string): MaybePromise<void>;
  /** Seals the self-assessment and moves to Submitted. A second time it changes nothing. */
  handOver(): MaybePromise<void>;
  recordSummary(): MaybePromise<void>;
  /** Seals the entries where the phase was moved by hand and nothing was sealed. */
  sealNow(): MaybePromise<void>;
  /** Absent where the panel cannot save files; then texts are for copying. */
  readonly files?: FileHost;
  /** How the workbook comes into the mail where `files` cannot put it there. */
  readonly workbookHint?: string;
  /** Absent where the host cannot send mail; then a draft or a copy has to do. */
  readonly mail?: MailHost;
}

export interface NamedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface FileHost {
  /** The workbook as it is now; absent where the program does not hand it over. */
  readonly workbook?: () => MaybePromise<NamedFile>;
  /** A new workbook, such as next year's, as the bytes of an .xlsx file; absent where none can be saved. */
  readonly draw?: (blueprint: Blueprint) => MaybePromise<Uint8Array>;
  /** Hands a file to the user; nothing leaves the computer. */
  save(file: NamedFile): MaybePromise<void>;
  /** Says what became of a file that is not simply saved. */
  readonly saved?: (file: string) => string;
}

/** What a mail would carry, and how many the sender may still send today. */
export interface MailLook {
  readonly file: string;
  readonly bytes: number;
  readonly quota: number;
  /** What else the sender should know of it. */
  readonly note?: string;
}

export interface MailHost {
  look(): MaybePromise<MailLook>;
  /** Sends with the workbook attached. The user has confirmed. */
  send(letter: Letter): MaybePromise<void>;
}

export interface Panel {
  /** Draws only what changed; typing in the panel keeps its focus and its text. */
  show(state: PanelState): void;
  /** Shows the page of steps, for a button of the host's own. */
  openSteps(): void;
  /** Takes the last act back, or does it again. */
  turnBack(direction: "undo" | "redo"): void;
  /** Takes the keyboard to the search of the list. */
  find(): void;
  /** Takes the keyboard back to the item, or wherever the panel begins. */
  focus(): void;
  /** Shows what each key does. */
  showKeys(): void;
  /** How much room the panel has; a pane until something else is said. */
  lay(layout: Layout): void;
}
