/** Between the workbook and the panel: reads, scores, shows, and passes on what the user asks. */

import type { ItemId } from "../core/checklist/domain.ts";
import type { Checklist } from "../core/checklist/types.ts";
import { admit } from "../core/report/admit.ts";
import type { StepWish, Wish } from "../core/report/enter.ts";
import { momentOf } from "../core/report/moment.ts";
import { refusalText, unfitText } from "../core/report/refusal.ts";
import { type Report, report } from "../core/report/report.ts";
import type { Issue } from "../core/workbook/issues.ts";
import { editionIn, findEditionIn } from "../core/workbook/library.ts";
import type { Snapshot } from "../core/workbook/port.ts";
import type { Entries } from "../core/workbook/write/entries.ts";
import type { NewChecklist, PanelHost, PanelState, StepHost } from "../panel/types.ts";
import { CELL_EDIT_MILLISECONDS, hostError, isCellEdit, told } from "./failure.ts";
import { loadCarried, type PaneLibrary } from "./library.ts";
import { loadMaker, loadWriter, lostText, renewPage } from "./parts.ts";
import { withRest } from "./rest.ts";
import { newStepHost } from "./steps.ts";
import { ADDIN_REMEDIES, ADDIN_TEXT } from "./words.ts";
import type { Depth, ExcelWorkbook, Selection } from "./workbook.ts";

export interface Session {
  readonly host: PanelHost;
  /** Reads for the first time and follows the workbook from then on. Never rejects: failures are shown. */
  start(): Promise<void>;
  stop(): void;
}

export function newSession(
  book: ExcelWorkbook,
  library: PaneLibrary,
  show: (state: PanelState) => void,
  memory?: PanelHost["memory"],
): Session {
  return new OpenSession(book, library, show, memory);
}

type Writer = Awaited<ReturnType<typeof loadWriter>>;

class OpenSession implements Session {
  readonly host: PanelHost;
  private readonly book: ExcelWorkbook;
  /** With texts as soon as they have come. */
  private library: PaneLibrary;
  private lacksTexts = false;
  private readonly show: (state: PanelState) => void;
  /** One thing at a time: a reading never falls between the steps of a command. */
  private queue: Promise<unknown> = Promise.resolve();
  private lastReport: Report | null = null;
  private lastSnapshot: Snapshot | null = null;
  private selection: Selection | null = null;
  private isReading = false;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private unwatch: (() => void) | null = null;
  private loading: Promise<void> | null = null;

  constructor(
    book: ExcelWorkbook,
    library: PaneLibrary,
    show: (state: PanelState) => void,
    memory: PanelHost["memory"],
  ) {
    this.book = book;
    this.library = library;
    this.show = show;
    let steps: StepHost | null = null;
    const [newest, ...earlier] = library;
    const lacksTexts = () => this.lacksTexts;
    const known = () => this.library;
    const take = (work: () => Promise<StepWish["take"]>) =>
      this.enter(async () => ({ kind: "step", take: await work() }));
    this.host = {
      words: {
        workbook: ADDIN_TEXT.workbook,
        program: ADDIN_TEXT.program,
        get noItemText() {
          return lacksTexts() ? ADDIN_TEXT.noItemTexts : "";
        },
      },
      checklists: [newest.checklist, ...earlier.map(({ checklist }) => checklist)],
      newChecklist: (wish) => this.newChecklist(wish),
      answer: (item, side, answer) =>
        this.type(({ readItemAnswer }, checklist) => readItemAnswer(checklist, item, side, answer)),
      write: (item, field, text) =>
        this.type(({ readItemEntry }, checklist) => readItemEntry(checklist, item, field, text)),
      goTo: (place) => this.book.goTo(place),
      refresh: () => this.refresh(),
      remedyFor: (issue) =>
        // What other faults throw off comes right with them.
        issue.code !== "notRecalculated" || issue.values.follows
          ? null
          : {
              text: book.isManual ? ADDIN_TEXT.manual : ADDIN_TEXT.stale,
              label: ADDIN_TEXT.recalculate,
              act: () => this.recalculate(),
            },
      // Known once Excel has said what it can.
      get steps() {
        steps ??= newStepHost(known, take);
        return steps;
      },
      whyLost: lostText,
      ...(memory ? { memory } : {}),
    };
  }

  async start(): Promise<void> {
    this.show({ kind: "starting" });
    await this.refresh();
    if (!this.lastReport || this.selection) return;
    const selection = await this.book.selected();
    // What was selected meanwhile is newer.
    if (selection && !this.selection) this.selected(selection);
  }

  /** Asks for the events where nobody listens yet. */
  private listen(): void {
    this.unwatch ??= this.book.watch(
      () => void this.followUp(),
      (selection) => this.selected(selection),
      // Asked for again at the next Refresh.
      () => {
        this.unwatch = null;
      },
    );
  }

  stop(): void {
    this.unwatch?.();
    if (this.retry !== null) clearTimeout(this.retry);
  }

  private async refresh(): Promise<boolean> {
    try {
      this.listen();
    } catch (error) {
      this.fail(told(error).message);
      return false;
    }
    return this.inTurn(() => this.read("rules"));
  }

  /** After a burst of events; readings that wait already will see it too. */
  private async followUp(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    await this.inTurn(async () => {
      this.isReading = false;
      await this.read("edited");
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** Whether it could be read. */
  private async read(depth: Depth): Promise<boolean> {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
    try {
      const snapshot = await this.book.snapshot(depth);
      // A checklist that the workbook brings along needs more than the pane has.
      if (snapshot && findEditionIn(this.library, snapshot).fault === "notLoaded")
        await loadCarried();
      this.showSnapshot(snapshot);
      // Where a figure does not fit, a formula may have changed without a word: cells that are cut and pasted do so.
      if (depth === "edited" && this.lastReport?.issues.some(isOutOfDate))
        this.showSnapshot(await this.book.snapshot("formulas"));
      return true;
    } catch (error) {
      const failure = told(error);
      if (isCellEdit(error) && this.lastReport) {
        // What is shown stays until the cell is done.
        this.retry = setTimeout(() => void this.followUp(), CELL_EDIT_MILLISECONDS);
      } else this.fail(failure.message);
      return false;
    }
  }

  private showSnapshot(snapshot: Snapshot | null): void {
    this.lastReport = null;
    if (!snapshot) {
      this.show({ kind: "empty" });
      return;
    }
    const { refusal } = admit(this.library, snapshot);
    if (refusal !== null) {
      this.fail(unfitText(refusal, ADDIN_REMEDIES));
      // What it advises is to open the panel anew.
      if (refusal.code === "newerFormat") renewPage().catch(() => undefined);
      return;
    }
    this.lastSnapshot = snapshot;
    this.lastReport = report(this.library, snapshot);
    this.showReport();
    this.loading ??= this.loadRest();
  }

  /** Once a report is shown: the items' long texts, the checks, and what it takes to write. */
  private async loadRest(): Promise<void> {
    try {
      this.library = await withRest(this.library, this.lastSnapshot);
      this.lacksTexts = false;
      await loadWriter();
    } catch {
      // Tried again at the next reading; what is asked for meanwhile says what is missing.
      this.loading = null;
      this.lacksTexts = this.library.some(({ checklist }) => checklist.texts === null);
    }
    // Now there is more to compare.
    if (this.lastReport && this.lastSnapshot)
      this.lastReport = report(this.library, this.lastSnapshot);
    this.showReport();
  }

  private showReport(): void {
    const { lastReport } = this;
    if (!lastReport) return;
    const selected = this.itemAt(lastReport);
    this.show({ kind: "report", report: lastReport, checklist: this.checklist(), selected });
  }

  private selected(selection: Selection): void {
    const before = this.lastReport && this.itemAt(this.lastReport);
    this.selection = selection;
    if (this.lastReport && this.itemAt(this.lastReport) !== before) this.showReport();
  }

  private itemAt(report: Report): ItemId | null {
    const { selection } = this;
    if (!selection) return null;
    // By id, because the sheet may have got another title since.
    const title = this.book.titleOf(selection.sheetId);
    const found = report.items.find(
      ({ place }) => place?.sheet === title && place?.row === selection.row,
    );
    return found?.id ?? null;
  }

  private fail(message: string): void {
    this.lastReport = null;
    this.show({
      kind: "failed",
      message,
      remedy: { label: ADDIN_TEXT.tryAgain, act: () => void this.refresh() },
    });
  }

  private type(read: (writer: Writer, checklist: Checklist) => Entries): Promise<void> {
    return this.enter(async (writer) => ({
      kind: "entries",
      read: (checklist) => read(writer, checklist),
      closed: "refuse",
    }));
  }

  /** Reads, so that the row is the right one, writes, and reads what came of it. */
  private enter(wish: (writer: Writer) => Promise<Wish>): Promise<void> {
    return this.inTurn(async () => {
      const writer = await loadWriter();
      const wanted = await wish(writer);
      // An event may have been lost: nothing is written over a formula that nobody told of.
      const snapshot = await this.book.snapshot("formulas");
      const { change, refusal } = writer.enter(
        this.library,
        snapshot,
        wanted,
        writer.changeOf,
        momentOf(new Date()),
      );
      if (refusal !== null) {
        const isNews =
          refusal.code === "noChecklist" ||
          // Showing it once is enough: the panel sends what is unsent at each report.
          (refusal.code === "closedPhase" && refusal.phase !== this.lastReport?.phase);
        if (isNews) this.showSnapshot(snapshot);
        throw hostError(refusalText(refusal, ADDIN_REMEDIES));
      }
      if (change) await this.book.apply(change);
      await this.read("edited");
    });
  }

  private recalculate(): Promise<void> {
    return this.inTurn(async () => {
      await this.book.recalculate();
      await this.read("edited");
    });
  }

  /** That the workbook is of; the newest while there is none. */
  private checklist(): Checklist {
    const [newest] = this.library;
    const { lastSnapshot } = this;
    return ((lastSnapshot && editionIn(this.library, lastSnapshot)) ?? newest).checklist;
  }

  private newChecklist(wish: NewChecklist): Promise<void> {
    return this.inTurn(async () => {
      let isCancelled = false;
      const cancel = () => {
        isCancelled = true;
      };
      try {
        // Somebody else, or another window, may have made one meanwhile.
        if ((await this.book.snapshot("rules")) === null) {
          const { blankInputs, blueprint, BUILT_IN } = await loadMaker();
          const [newest] = BUILT_IN;
          await this.book.build(blueprint(newest, { ...blankInputs(newest), ...wish }), {
            onProgress: (message, done, count) =>
              this.show({ kind: "working", message, fraction: done / count, cancel }),
            isCancelled: () => isCancelled,
          });
        }
      } catch (error) {
        this.fail(told(error).message);
        return;
      }
      await this.read("rules");
    });
  }
}

const isOutOfDate = ({ code }: Issue): boolean => code === "notRecalculated";
