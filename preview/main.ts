/** Puts the page together: the panel first, then the kept work, then the grid. */

import { HostError } from "../core/workbook/port.ts";
import { workbookType } from "../outbox/media.ts";
import { download } from "../panel/download.ts";
import { fileName } from "../panel/file-name.ts";
import { mountPanel } from "../panel/panel.ts";
import type { Layout, NamedFile, PageView, Panel } from "../panel/types.ts";
import { WIDE } from "../panel/wide/page.ts";
import { waitingIn } from "./before.ts";
import { bringer } from "./bringer.ts";
import { chooseFile } from "./choose.ts";
import { acceptDrops, isList, readFile, refusal } from "./files.ts";
import { buildFrame, type Frame } from "./frame.ts";
import type { Grid } from "./grid/types.ts";
import { keepPlace, leadKeys } from "./keys.ts";
import { afterPaint, loadStyles } from "./loading.ts";
import { mover } from "./mover.ts";
import { hintNote } from "./note.ts";
import { type PageActs, panelHost } from "./panel-host.ts";
import { print, printedPage } from "./print.ts";
import { type Kept, keep, memory, recall } from "./store.ts";
import { meetTabs, type Tabs } from "./tabs.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";
import { PreviewWorkbook } from "./workbook.ts";

const VIEWS: readonly PageView[] = ["answer", "sheet", "overview"];
/** Under this there is no room for more than a pane. */
const ROOMY = "(min-width: 860px)";

class Page {
  private readonly workbook = new PreviewWorkbook();
  private readonly frame: Frame;
  private readonly panel: Panel;
  private tabs: Tabs | null = null;
  private readonly bring: (file: File | null) => Promise<void>;
  private readonly move: () => Promise<void>;
  /** The file's name; null while there is no checklist. */
  private name: string | null = null;
  private unsaved = false;
  private status = "";
  private grid: Grid | null = null;
  /** The grid is loaded when its view is first looked at: most of an audit needs none. */
  private gridState: "asleep" | "loading" | "ready" | "drawing" | "failed" = "asleep";
  private view: PageView = VIEWS.find((view) => view === memory.get("page.view")) ?? "answer";
  private readonly roomy = matchMedia(ROOMY);
  /** The stamp of the kept work that this tab goes on from; null for none. */
  private stamp: string | null = null;
  /** Whether something has changed here that is not kept. */
  private isAhead = false;
  /** One at a time: each goes on from what the one before it kept. */
  private keeping: Promise<void> = Promise.resolve();
  /** Work on files goes one by one. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor() {
    this.frame = buildFrame({
      open: () => void this.choose(),
      save: () => this.run(() => this.save()),
      print: () => this.print(this.view),
      clear: () => this.run(() => this.clear()),
      turn: (view) => this.turn(view),
      steps: () => this.uncovered().openSteps(),
      find: () => this.uncovered().find(),
      keys: () => this.uncovered().showKeys(),
      bring: () => this.run(() => this.bring(null)),
      move: () => this.run(() => this.move()),
      turnBack: (direction) => this.panel.turnBack(direction),
    });
    this.panel = mountPanel(this.frame.panel, panelHost(this.workbook, this.acts()), {
      wide: WIDE,
    });
    const back = () => this.panel.focus();
    this.bring = bringer(this.workbook, this.frame, back);
    this.move = mover(this.workbook, this.frame, () => this.file().name, back);
    this.roomy.addEventListener("change", () => {
      // What is printed is what was on the screen, however narrow the paper.
      if (!matchMedia("print").matches) this.lay();
    });
    this.workbook.watch(() => {
      this.unsaved = true;
      this.isAhead = true;
      this.status = TEXT.changed;
      this.show();
      void this.keep();
    });
    this.workbook.onFailure((error) => this.fail(error));
    let giveBack: () => void = () => undefined;
    this.workbook.onDrawing((drawing) => {
      if (drawing === "drawing") giveBack = keepPlace(this.frame);
      else giveBack();
      this.gridState = drawing === "drawn" ? "ready" : drawing;
      this.showGridState();
    });
    leadKeys(
      this.frame,
      (direction) => this.panel.turnBack(direction),
      () =>
        this.gridState === "ready" && this.name !== null && this.view === "sheet"
          ? this.grid
          : null,
    );
    acceptDrops(this.frame.app, (files) => {
      const [file] = files;
      if (files.length !== 1 || !file) this.frame.notice(TEXT.oneFile, "alert");
      else {
        // Where lists are asked for, a workbook is one as well.
        const isBrought = isList(file) || !this.frame.bring.hidden;
        this.run(() => (isBrought ? this.bring(file) : this.open(file)));
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
      if (this.unsaved) event.preventDefault();
    });
  }

  async start(): Promise<void> {
    this.lay();
    this.tabs = await meetTabs(() => {
      this.tellOtherTab(TEXT.otherTabTakes);
    });
    await this.recall();
    if (!this.tabs.keeps) this.tellOtherTab(TEXT.otherTab);
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
    const { name, view } = this;
    this.frame.show(name === null ? "start" : view);
    this.panel.lay(this.layout());
    if (name !== null && view === "sheet" && this.gridState === "asleep") void this.loadGrid();
  }

  private layout(): Layout {
    if (!this.roomy.matches) return "pane";
    if (this.name === null) return "answer";
    return this.view === "sheet" ? "pane" : this.view;
  }

  private print(view: PageView): void {
    print(view === "overview" && this.roomy.matches ? "board" : "checklist");
  }

  private tellOtherTab(text: string): void {
    this.frame.notice(text, "alert", {
      label: TEXT.useHere,
      act: () => this.run(() => this.goOnHere(text)),
    });
  }

  /** Makes this the tab that keeps. What the other one has kept since is newer, and is loaded before anything is written. */
  private async goOnHere(text: string): Promise<void> {
    await this.workbook.settle();
    const isNewer = (work: Kept | null) => work !== null && work.stamp !== this.stamp;
    if (isNewer(await recall()) && this.isAhead) {
      if (!(await this.frame.ask(TEXT.newerTitle, TEXT.newerLead, TEXT.newerYes))) {
        this.tellOtherTab(text);
        return;
      }
    }
    await this.tabs?.take();
    const work = await recall();
    if (work && isNewer(work)) {
      await this.workbook.open(work.bytes, refusal, () => this.goOnFrom(work));
      this.show();
      this.frame.notice(TEXT.newerLoaded, "status");
    } else await this.keep();
  }

  private goOnFrom({ name, unsaved, stamp }: Kept): void {
    Object.assign(this, { name, unsaved, stamp, isAhead: false });
    this.status = unsaved ? TEXT.kept : TEXT.opened;
  }

  private async recall(): Promise<void> {
    const work = await recall();
    if (work) {
      try {
        await this.workbook.open(work.bytes, refusal);
        this.goOnFrom(work);
      } catch (error) {
        this.fail(error);
      }
    }
    this.show();
  }

  private async loadGrid(): Promise<void> {
    this.gridState = "loading";
    this.showGridState();
    try {
      await afterPaint();
      await loadStyles("grid.css");
      const { createGrid } = await import("./grid/grid.ts");
      if (this.name !== null) this.frame.placeholder(TEXT.drawing, true);
      await afterPaint();
      const grid = createGrid(this.frame.grid);
      const showHint = () => grid.note(hintNote(this.workbook));
      grid.onSelect(() => {
        this.show();
        showHint();
      });
      this.workbook.watch(showHint);
      this.grid = grid;
      await this.workbook.show(grid);
      // Without a checklist nothing was drawn.
      if (this.gridState === "loading") this.gridState = "ready";
    } catch (error) {
      this.gridState = "failed";
      console.error(error);
    }
    this.showGridState();
  }

  private showGridState(): void {
    const { frame, gridState } = this;
    if (gridState === "failed") frame.placeholder(TEXT.noGrid, false);
    else if (gridState === "loading") frame.placeholder(TEXT.loading, true);
    else if (gridState === "drawing") frame.placeholder(TEXT.drawing, true);
    else frame.placeholder(null, false);
  }

  private show(): void {
    const report = this.name === null ? null : this.workbook.report();
    const checklist = this.workbook.checklist();
    this.frame.title(report ? this.name : null, report ? this.status : "");
    this.frame.phase(report?.phase ?? null);
    const { history } = this.workbook;
    this.frame.turns(history.undoable() !== null, history.redoable() !== null);
    this.panel.show(
      report && checklist
        ? { kind: "report", report, checklist, selected: this.workbook.selectedItem() }
        : { kind: "empty" },
    );
    this.lay();
    if (this.gridState === "ready") this.showGridState();
  }

  private keep(): Promise<void> {
    this.keeping = this.keeping.then(() => this.keepNow());
    return this.keeping;
  }

  /** Says that the work is kept only once it is; edits may go on meanwhile. */
  private async keepNow(): Promise<void> {
    const { name, unsaved } = this;
    const keeps = this.tabs?.keeps ?? false;
    let status: string = TEXT.keptElsewhere;
    if (keeps) {
      const wasAhead = this.isAhead;
      this.isAhead = false;
      const work = name === null ? null : { bytes: this.workbook.bytes(), name, unsaved };
      const kept = await keep(work, this.stamp);
      if (kept.kind === "kept") this.stamp = kept.stamp;
      else this.isAhead ||= wasAhead;
      if (kept.kind === "newer") this.tellOtherTab(TEXT.otherTab);
      else status = kept.kind === "kept" ? TEXT.kept : TEXT.keptNowhere;
    }
    if (!unsaved || !this.unsaved) return;
    this.status = status;
    this.show();
  }

  private async choose(): Promise<void> {
    const file = await chooseFile(".xlsx,.xlsm", TEXT.open);
    if (file) this.run(() => this.open(file));
  }

  private async open(file: File): Promise<void> {
    try {
      const bytes = await readFile(file);
      // What is still on its way is work that may be lost.
      await this.workbook.settle();
      if (this.unsaved && !(await this.frame.ask(TEXT.replaceTitle, TEXT.unsaved, TEXT.replace))) {
        return;
      }
      await this.workbook.open(bytes, refusal, () => {
        this.begin(file.name, TEXT.opened);
        const [own, waiting] = [this.workbook.ownSheets(), waitingIn(this.workbook)];
        const told = [
          ...(waiting > 0 ? [TEXT.waiting(waiting)] : []),
          ...(own > 0 ? [TEXT.own(own)] : []),
        ];
        if (told.length > 0) this.frame.notice(told.join("\n"), "status");
      });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const isNamed = error.message.startsWith(file.name);
      this.frame.notice(isNamed ? error.message : TEXT.inFile(file.name, error.message), "alert");
    }
  }

  private begin(name: string, status: string): void {
    this.frame.cover(false);
    // What the panel remembers of the one before is none of this one's.
    this.panel.show({ kind: "starting" });
    this.frame.clearNotices();
    if (this.tabs?.keeps === false) this.tellOtherTab(TEXT.otherTab);
    this.name = name;
    this.unsaved = false;
    this.isAhead = true;
    this.status = status;
    this.show();
    void this.keep();
  }

  private async save(): Promise<void> {
    await this.workbook.settle();
    download(this.file());
    this.unsaved = false;
    const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    this.status = TEXT.saved(now);
    this.show();
    await this.keep();
  }

  private file(): NamedFile {
    const bytes = this.workbook.bytes();
    const name = this.name ?? fileName(TEXT.fileName(""), "xlsx");
    return { name, type: workbookType({ hasMacros: /\.xlsm$/i.test(name) }), bytes };
  }

  private async clear(): Promise<void> {
    await this.workbook.settle();
    const lead = this.unsaved ? `${TEXT.unsaved} ${TEXT.clearLead}` : TEXT.clearLead;
    if (!(await this.frame.ask(TEXT.clearTitle, lead, TEXT.clearYes))) return;
    await this.workbook.clear();
    this.name = null;
    this.unsaved = false;
    // Gone from the browser before it is gone from the page: whoever sees it cleared may leave at once.
    await this.keep();
    this.show();
  }

  /** Runs commands of the bar one after another; a failure is told and changes nothing. */
  private run(step: () => Promise<void>): void {
    this.queue = this.queue.then(step).catch((error: unknown) => this.fail(error));
  }

  private acts(): PageActs {
    return {
      begun: (name, status) => this.begin(name, status),
      turn: (view) => this.turn(view),
      print: (view) => this.print(view),
      show: () => this.show(),
      file: () => this.file(),
      choose: () => void this.choose(),
    };
  }

  private fail(error: unknown): void {
    const cause = error instanceof Error ? error.message : "";
    this.frame.notice(error instanceof HostError ? cause : TEXT.failure(cause), "alert");
  }
}

await new Page().start();
