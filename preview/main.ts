/** Puts the page together: the panel first, then the kept work, then the grid. */

import { HostError } from "../core/workbook/port.ts";
import { mountPanel } from "../panel/panel.ts";
import type { Layout, PageView, Panel } from "../panel/types.ts";
import { WIDE } from "../panel/wide/page.ts";
import { bringer } from "./bringer.ts";
import { chooseWorkbook } from "./choose.ts";
import { Desk } from "./desk.ts";
import { acceptDrops, isList } from "./files.ts";
import { buildFrame, type Frame } from "./frame.ts";
import { leadKeys } from "./keys.ts";
import { part } from "./loading.ts";
import { memory } from "./memory.ts";
import { mover } from "./mover.ts";
import { type PageActs, panelHost } from "./panel-host.ts";
import { printBoard, printedPage } from "./print.ts";
import { Shelf } from "./shelf.ts";
import { Waker } from "./waker.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";
import { PreviewWorkbook } from "./workbook.ts";

const VIEWS: readonly PageView[] = ["answer", "sheet", "overview"];
/** Under this there is no room for more than a pane. */
const ROOMY = "(min-width: 860px)";

class Page {
  private readonly workbook = new PreviewWorkbook();
  private readonly frame: Frame;
  private readonly panel: Panel;
  private readonly desk: Desk;
  private readonly shelf: Shelf;
  private readonly waker: Waker;
  private readonly bring: (file: File | null) => Promise<void>;
  private readonly move: () => Promise<void>;
  private view: PageView = VIEWS.find((view) => view === memory.get("page.view")) ?? "answer";
  private readonly roomy = matchMedia(ROOMY);
  /** Work on files goes one by one. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor() {
    const saveHere = () => void this.run(() => this.desk.save(false));
    const turnBack = (direction: "undo" | "redo") => this.panel.turnBack(direction);
    this.frame = buildFrame({
      open: () => void this.choose(),
      save: saveHere,
      saveAs: () => void this.run(() => this.desk.save(true)),
      print: () => this.print(this.view),
      states: () => void this.run(() => this.shelf.goBack(this.desk.keeper.id ?? "")),
      start: () => void this.run(() => this.shelf.toStart()),
      forget: () => void this.run(() => this.shelf.forget(this.desk.keeper.id)),
      turn: (view) => this.turn(view),
      steps: () => this.uncovered().openSteps(),
      find: () => this.uncovered().find(),
      keys: () => this.uncovered().showKeys(),
      bring: () => void this.run(() => this.bring(null)),
      move: () => void this.run(() => this.move()),
      turnBack,
    });
    this.desk = new Desk(this.workbook, this.frame, {
      show: () => this.show(),
      makeRoom: () => this.makeRoom(),
      run: (step) => this.run(step),
    });
    this.shelf = new Shelf(this.desk, this.frame, () => this.show());
    this.panel = mountPanel(this.frame.panel, panelHost(this.workbook, this.acts()), {
      wide: WIDE,
    });
    const back = () => this.panel.focus();
    this.bring = bringer(this.workbook, this.frame, () => this.desk.keeper.mark(), back);
    this.move = mover(this.workbook, this.frame, () => this.desk.file().name, back);
    this.waker = new Waker(this.workbook, this.frame, () => this.show());
    this.roomy.addEventListener("change", () => {
      // What is printed is what was on the screen, however narrow the paper.
      if (!matchMedia("print").matches) this.lay();
    });
    this.workbook.onFailure((error) => this.fail(error));
    leadKeys(this.frame, { turnBack, save: saveHere }, () =>
      this.desk.name !== null && this.view === "sheet" ? this.waker.ready() : null,
    );
    acceptDrops(this.frame.app, (dropped) => {
      const [chosen] = dropped;
      if (dropped.length !== 1 || !chosen) this.frame.notice(TEXT.oneFile, "alert");
      else {
        // Where lists are asked for, a workbook is one as well.
        const isBrought = isList(chosen.file) || !this.frame.bring.hidden;
        void this.run(() => (isBrought ? this.bring(chosen.file) : this.desk.open(chosen)));
      }
    });
    window.addEventListener("beforeprint", () => {
      const report = this.workbook.report();
      const checklist = this.workbook.checklist();
      this.frame.printed.replaceChildren(
        ...(report && checklist ? printedPage(checklist, report) : []),
      );
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.desk.unsaved) event.preventDefault();
    });
    // Another tab may have kept others meanwhile.
    window.addEventListener("focus", () => {
      if (this.desk.name === null) void this.run(() => this.shelf.list());
    });
  }

  async start(): Promise<void> {
    this.lay();
    await this.run(() => this.shelf.recall());
    if (this.desk.name === null) await this.shelf.list();
  }

  /** The panel in sight again, where answers were being brought in. */
  private uncovered(): Panel {
    this.frame.cover(false);
    return this.panel;
  }

  private turn(view: PageView): void {
    this.frame.cover(false);
    this.view = view;
    memory.set("page.view", view);
    this.lay();
  }

  /** Gives the panel the room that the view and the window leave it, and wakes the grid where it is looked at. */
  private lay(): void {
    const { view } = this;
    const { name } = this.desk;
    this.frame.show(name === null ? "start" : view);
    this.panel.lay(this.layout());
    if (name !== null && view === "sheet") this.waker.wake();
  }

  private layout(): Layout {
    // How to begin is the same on a telephone.
    if (this.desk.name === null) return "answer";
    if (!this.roomy.matches) return "pane";
    return this.view === "sheet" ? "pane" : this.view;
  }

  private print(view: PageView): void {
    if (view === "overview" && this.roomy.matches) printBoard();
    else void this.run(() => this.printPaper());
  }

  private async printPaper(): Promise<void> {
    await this.workbook.settle();
    const [checklist, report] = [this.workbook.checklist(), this.workbook.report()];
    if (!checklist || !report) return;
    const { printPaper } = await part(() => import("./paper.ts"));
    await printPaper(checklist, report);
  }

  private show(): void {
    const { name, status } = this.desk;
    const report = name === null ? null : this.workbook.report();
    const checklist = this.workbook.checklist();
    this.frame.title(report ? name : null, report ? status : "");
    this.frame.phase(report?.phase ?? null);
    const { history } = this.workbook;
    this.frame.turns(history.undoable() !== null, history.redoable() !== null);
    this.lay();
    this.panel.show(
      report && checklist
        ? { kind: "report", report, checklist, selected: this.workbook.selectedItem() }
        : { kind: "empty" },
    );
    if (this.waker.ready()) this.waker.show();
  }

  private makeRoom(): void {
    this.frame.cover(false);
    this.panel.show({ kind: "starting" });
    this.frame.clearNotices();
  }

  private async choose(): Promise<void> {
    const chosen = await chooseWorkbook(TEXT.open, TEXT.fileKind);
    if (chosen) void this.run(() => this.desk.open(chosen));
  }

  /** Runs commands of the bar one after another; a failure is told and changes nothing. */
  private run(step: () => Promise<void>): Promise<void> {
    const done = this.queue.then(step).catch((error: unknown) => this.fail(error));
    this.queue = done;
    return done;
  }

  private acts(): PageActs {
    const { desk, shelf } = this;
    return {
      begin: (replace, name, status) => desk.begin(replace, name, status),
      mark: () => desk.keeper.mark(),
      turn: (view) => this.turn(view),
      print: (view) => this.print(view),
      show: () => this.show(),
      file: () => desk.file(),
      choose: () => void this.choose(),
      points: () => desk.keeper.points,
      books: () => shelf.books,
      openSame: (name, bytes) => shelf.openSame(name, bytes),
      openKept: (id) => this.run(() => shelf.open(id)),
      goBack: (id) => this.run(() => shelf.goBack(id)),
      forget: async (id) => {
        await this.run(() => shelf.forget(id));
        // The row that had the keyboard is gone.
        if (document.activeElement === document.body) this.panel.focus();
      },
    };
  }

  private fail(error: unknown): void {
    const cause = error instanceof Error ? error.message : "";
    this.frame.notice(error instanceof HostError ? cause : TEXT.failure(cause), "alert");
  }
}

await new Page().start();
