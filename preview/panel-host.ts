/** What the panel may ask of the page: entries, steps, views and the history, all of the one workbook. */

import { BUILT_IN } from "../core/checklist/built-in.ts";
import type { FullChecklist } from "../core/checklist/types.ts";
import { STORY_31 } from "../core/checklist/v3.1/example.ts";
import type { StepWish } from "../core/report/enter.ts";
import { momentOf } from "../core/report/moment.ts";
import { handOver, movePhase, recordSummary, sealNow } from "../core/report/moves.ts";
import { EXAMPLE } from "../core/words/example.ts";
import { EDITIONS } from "../core/workbook/built-in.ts";
import { blankInputs, blueprint } from "../core/workbook/draw/blueprint.ts";
import { exampleInputs } from "../core/workbook/example.ts";
import { readItemAnswer, readItemAnswers, readItemEntry } from "../core/workbook/write/entries.ts";
import { download } from "../panel/download.ts";
import { fileName } from "../panel/file-name.ts";
import type {
  DayPoint,
  HistoryHost,
  NamedFile,
  PageView,
  PanelHost,
  PastAct,
  StepHost,
} from "../panel/types.ts";
import { drawBlueprint } from "../xlsx/draw.ts";
import { answerBefore } from "./before.ts";
import { type Act, toldAct } from "./history.ts";
import { part } from "./loading.ts";
import { memory } from "./memory.ts";
import { recentBook } from "./recent.ts";
import type { Book } from "./store.ts";
import { chosenVersion } from "./version.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";
import type { PreviewWorkbook } from "./workbook.ts";

/** What the page itself does for the panel. */
export interface PageActs {
  /** A new workbook takes the place, under this name, and this is said of it; `replace` calls what it is given once it has. */
  begin(replace: (enter: () => void) => Promise<void>, name: string, status: string): Promise<void>;
  /** Goes on with the kept workbook that is, byte for byte, this one; false where there is none. */
  openSame(name: string, bytes: Uint8Array): Promise<boolean>;
  /** What is there now becomes a state to go back to. */
  mark(): Promise<void>;
  turn(view: PageView): void;
  print(view: PageView): void;
  /** Shows what the workbook holds. */
  show(): void;
  file(): NamedFile;
  /** Asks for a file to open. */
  choose(): void;
  /** Where the score stood, day by day. */
  points(): readonly DayPoint[];
  /** What the browser keeps. */
  books(): readonly Book[];
  openKept(id: string): Promise<void>;
  goBack(id: string): Promise<void>;
  /** All of them for null. */
  forget(id: string | null): Promise<void>;
}

export function panelHost(workbook: PreviewWorkbook, page: PageActs): PanelHost {
  const [builtIn] = BUILT_IN;
  /** What a new checklist is made of. */
  let offered: FullChecklist = builtIn;
  return {
    words: { workbook: TEXT.workbook, program: TEXT.program },
    get checklists(): readonly [FullChecklist] {
      return [offered];
    },
    startsAlone: true,
    memory,
    newChecklist: ({ partner, reseller, renewal }) => {
      const plan = blueprint(offered, {
        ...blankInputs(offered),
        partner,
        // What this version does not ask keeps what was chosen for another.
        reseller: reseller || !offered.items.some(({ resellerOnly }) => resellerOnly),
        renewal: renewal && offered.renewal !== null,
      });
      const name = fileName(TEXT.fileName(partner), "xlsx");
      return page.begin((enter) => workbook.start(plan, enter), name, TEXT.made);
    },
    start: {
      open: page.choose,
      example: async () => {
        const plan = blueprint(builtIn, exampleInputs(builtIn, STORY_31));
        const name = fileName(TEXT.fileName(EXAMPLE.partner), "xlsx");
        // One that nobody has changed yet need not be there twice.
        if (await page.openSame(name, drawBlueprint(plan))) return;
        await page.begin((enter) => workbook.start(plan, enter), name, TEXT.example);
      },
      recent: () => page.books().map(recentBook),
      openRecent: page.openKept,
      earlier: page.goBack,
      forget: page.forget,
      version: async () => {
        offered = (await chosenVersion()) ?? offered;
        page.show();
      },
    },
    answer: (item, side, answer) =>
      workbook.enter((checklist) => readItemAnswer(checklist, item, side, answer)),
    answerAll: (side, answers) =>
      workbook.enter((checklist) => readItemAnswers(checklist, side, answers)),
    write: (item, name, text, joins = false) =>
      workbook.enter((checklist) => readItemEntry(checklist, item, name, text), joins),
    answerBefore: (id) => answerBefore(workbook, id),
    history: history(workbook),
    progress: page.points,
    goTo: (place) => {
      page.turn("sheet");
      workbook.goTo(place);
    },
    // On a telephone the sheets would take the item's place.
    follow: (place) => workbook.goTo(place),
    turn: page.turn,
    print: page.print,
    copyPicture: async () => {
      const board = document.querySelector<HTMLElement>(".msp-panel .board");
      if (!board) return;
      const { copyBoard } = await part(() => import("./picture.ts"));
      await copyBoard(board);
    },
    refresh: async () => {
      await workbook.settle();
      page.show();
      return true;
    },
    steps: steps(workbook, page),
  };
}

/** The workbook's history in the words of its cells. */
function history(workbook: PreviewWorkbook): HistoryHost {
  const told = (act: Act | null): PastAct | null => act && toldAct(act, workbook.snapshot());
  return {
    recent: () => workbook.history.recent().flatMap((act) => told(act) ?? []),
    undoable: () => told(workbook.history.undoable()),
    redoable: () => told(workbook.history.redoable()),
    turnBack: async (direction) => told(await workbook.turnBack(direction)),
  };
}

function steps(workbook: PreviewWorkbook, page: PageActs): StepHost {
  /** What a step seals or closes can be gone back to. */
  const step = async (take: StepWish["take"]) => {
    await page.mark();
    await workbook.step(take);
  };
  const now = () => momentOf(new Date());
  return {
    movePhase: (to, reason) => step((snapshot) => movePhase(EDITIONS, snapshot, to, reason, now())),
    handOver: () => step((snapshot) => handOver(EDITIONS, snapshot, now())),
    recordSummary: () => step((snapshot) => recordSummary(EDITIONS, snapshot, now())),
    sealNow: () => step((snapshot) => sealNow(EDITIONS, snapshot, now())),
    files: {
      workbook: async () => {
        await workbook.settle();
        return page.file();
      },
      draw: drawBlueprint,
      save: download,
    },
  };
}
