/** What every view is given: the report, the panel's own state, and ways to act. */

import type { ScoreName } from "../core/audit/advice.ts";
import type { Answer } from "../core/audit/answers.ts";
import type { Phase } from "../core/audit/phases.ts";
import type { IsoDate, ItemId } from "../core/checklist/domain.ts";
import type { Checklist } from "../core/checklist/types.ts";
import type { Report } from "../core/report/report.ts";
import type { Place } from "../core/workbook/issues.ts";
import type { MaybePromise } from "../core/workbook/port.ts";
import type { AnswerSide } from "../core/workbook/write/entries.ts";
import type { Child, View } from "./dom.ts";
import { type Choice, EVERYTHING } from "./model/items.ts";
import type { ItemField, Layout, MailLook, NewChecklist, PanelHost } from "./types.ts";

export const TAB_NAMES = ["overview", "items", "actions", "issues"] as const;
export type TabName = (typeof TAB_NAMES)[number];

/** State that belongs to the panel and outlives reports. */
export interface Ui {
  tab: TabName;
  choice: Choice;
  /** Where `choice.only` came from. */
  onlyFrom: "way" | "change";
  completeShown: boolean;
  dockFolded: boolean;
  detailsShown: boolean;
  /** Whether a page of its own shows the list instead of one item. */
  listShown: boolean;
  /** Whether the item was opened from that list, to come back to. */
  cameFromList: boolean;
  /** The item whose action plan is being written. */
  planFor: ItemId | null;
  /** The item whose closure was about to be accepted without evidence. */
  acceptFor: ItemId | null;
  /** Items that were open before the present one, the last of them last. */
  trail: ItemId[];
  /** The last answer that was given here, to be taken back. */
  given: Given | null;
  /** Whether an answer stays on its item instead of going on to the next open one. */
  stays: boolean;
  /** Whether single letters are keys. */
  letters: boolean;
  keysShown: boolean;
  /** Items that are selected in the list, for one answer to all. */
  readonly picked: Set<ItemId>;
  /** Texts typed in the panel and not yet written, by item and field. */
  readonly drafts: Map<string, Draft>;
  /** A sentence about the last thing that failed. */
  notice: string | null;
  /** Answers on their way to the host. */
  readonly pending: Map<ItemId, Answer>;
  /** Commands under way; their buttons wait. */
  readonly busy: Set<string>;
  form: NewChecklist;
  /** Whether the page Steps is open over the tabs. */
  stepsShown: boolean;
  steps: StepsUi;
}

/** What the page Steps remembers until the phase changes. */
export interface StepsUi {
  /** The confirmation that is open. */
  asking: "handOver" | "send" | "next" | null;
  look: MailLook | null;
  /** A sentence about the last thing done, and beside which button it belongs. */
  done: { readonly beside: string; readonly text: string } | null;
  copied: string | null;
  /** The field whose text is selected because the clipboard refused it. */
  selected: string | null;
  moveShown: boolean;
  moveTo: Phase | null;
  reason: string;
  /** Why the phase was set by hand. */
  handReason: string;
  /** Why the move was refused. */
  refusal: string | null;
  historyShown: boolean;
  /** Long values that are shown in full. */
  readonly unfolded: Set<string>;
}

export const newStepsUi = (): StepsUi => ({
  asking: null,
  look: null,
  done: null,
  copied: null,
  selected: null,
  moveShown: false,
  moveTo: null,
  reason: "",
  handReason: "",
  refusal: null,
  historyShown: false,
  unfolded: new Set(),
});

/** One answer to one or several items, given at once. */
export interface Given {
  readonly side: AnswerSide;
  readonly answer: Answer;
  readonly items: readonly { readonly id: ItemId; readonly before: Answer }[];
  /** Points that it brought or cost. */
  readonly change: number;
  /** Whether it was taken back. */
  readonly isUndone: boolean;
}

export type Turn = "undo" | "redo";

export interface Draft {
  readonly id: ItemId;
  readonly field: ItemField;
  readonly text: string;
  /** Whether it belongs to the answer just given. */
  readonly joins?: boolean;
}

export function newUi(): Ui {
  return {
    tab: "overview",
    choice: EVERYTHING,
    onlyFrom: "way",
    completeShown: false,
    dockFolded: false,
    detailsShown: false,
    listShown: false,
    cameFromList: false,
    planFor: null,
    acceptFor: null,
    trail: [],
    given: null,
    stays: false,
    letters: true,
    keysShown: false,
    picked: new Set(),
    drafts: new Map(),
    notice: null,
    pending: new Map(),
    busy: new Set(),
    form: { partner: "", reseller: true, renewal: false },
    stepsShown: false,
    steps: newStepsUi(),
  };
}

/** Lets go of what was chosen in a workbook that is gone, and of the questions for one that is made; settings stay. */
export function forget(ui: Ui, next: "empty" | "starting"): void {
  const { choice, listShown, cameFromList, planFor, acceptFor, form } = newUi();
  if (next === "starting") ui.form = form;
  Object.assign(ui, {
    choice,
    listShown,
    cameFromList,
    planFor,
    acceptFor,
    trail: [],
    given: null,
  });
  ui.picked.clear();
}

/** Turns to a tab, wherever one is: tabs are not in sight beside a whole item, the keys or the page Steps. */
export function turnTo(ui: Ui, tab: TabName): void {
  ui.tab = tab;
  ui.detailsShown = false;
  ui.listShown = true;
  ui.cameFromList = false;
  ui.keysShown = false;
}

export interface Actions {
  /** Changes the panel's own state and draws again. */
  readonly change: (mutate: (ui: Ui) => void) => void;
  /** Asks the host for something; a refusal is shown as its sentence. False when it failed. */
  readonly ask: (name: string, command: () => MaybePromise<void>) => Promise<boolean>;
  /** Shows an item in the dock, and its row in the workbook. */
  readonly open: (id: ItemId, place: Place | null) => void;
  readonly answer: (id: ItemId, side: AnswerSide, answer: Answer) => void;
  /** Gives one answer to several items, as one act. */
  readonly answerAll: (ids: readonly ItemId[], side: AnswerSide, answer: Answer) => void;
  /** Takes the last act back, or does it again, and shows its item. */
  readonly turnBack: (direction: Turn) => void;
  /** Sends a draft to the host, by its key. False when it failed. */
  readonly commit: (key: string) => Promise<boolean>;
  /** Says a sentence to screen readers. */
  readonly say: (text: string) => void;
  /** Moves the focus with the next drawing to the element whose `data-focus` this is. */
  readonly focusOn: (name: string) => void;
  readonly showSteps: (shown: boolean) => void;
  /** Reads the workbook again, and says so. */
  readonly refresh: () => void;
  /** The report once the workbook was read again. Throws the host's sentence where it could not be. */
  readonly fresh: () => Promise<Report>;
}

export interface Shell extends Actions {
  readonly host: PanelHost;
  readonly ui: Ui;
  /** Begins every id in the page. */
  readonly prefix: string;
}

export interface Context extends Shell {
  readonly layout: Layout;
  /** Null until its script has come. */
  readonly tabs: LaterTabs | null;
  readonly report: Report;
  readonly checklist: Checklist;
  readonly score: ScoreName;
  readonly selected: ItemId | null;
  readonly today: IsoDate;
}

/** Tabs that come behind the score. */
export type LaterTabs = Readonly<Record<"actionsTab" | "issuesTab", (context: Context) => Child[]>>;

/** What the panel is where it has a page of its own. */
export interface WidePage {
  /** `main` is what has the place of the item for now, such as the steps; `beside` stands under the score with it. */
  draw(context: Context, main: View | null, beside: readonly View[]): View[];
  /** Where there is no checklist yet. */
  start(shell: Shell): View;
  /** After each drawing, and when the size is another. */
  fit(root: HTMLElement): void;
}

export interface PanelOptions {
  /** Asked at each drawing, because a panel may stay open over midnight. */
  readonly today?: () => IsoDate;
  /** What the panel shows where it has more room than a pane; absent where it never has. */
  readonly wide?: WidePage;
}
