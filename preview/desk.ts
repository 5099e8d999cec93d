/** The one workbook that the page works on: where it came from, what it is called, and what has become of the work. */

import { HostError } from "../core/workbook/port.ts";
import { workbookType } from "../outbox/media.ts";
import { fileName } from "../panel/file-name.ts";
import type { NamedFile } from "../panel/types.ts";
import { timeText } from "../panel/words/numbers.ts";
import { waitingIn } from "./before.ts";
import type { Chosen } from "./choose.ts";
import { factsOf, pointOf } from "./facts.ts";
import { readFile, refusal } from "./files.ts";
import type { Frame } from "./frame.ts";
import { Keeper, type KeptWork, type Outcome } from "./keeper.ts";
import { openedFrom, save } from "./saver.ts";
import { type Kept, sameBook } from "./store.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";
import type { PreviewWorkbook } from "./workbook.ts";

export interface DeskPage {
  /** Shows what there is now. */
  show(): void;
  /** What was said and remembered of the workbook before is none of the next one's. */
  makeRoom(): void;
  /** Runs commands one after another; a failure is told and changes nothing. */
  run(step: () => Promise<void>): Promise<void>;
}

const STATUS: Readonly<Record<Outcome, string>> = {
  kept: TEXT.kept,
  elsewhere: TEXT.keptElsewhere,
  full: TEXT.keptNowhere,
  nowhere: TEXT.keptNowhere,
};

export class Desk {
  /** The file's name; null while there is no checklist. */
  name: string | null = null;
  /** Whether it holds changes that no saved file has. */
  unsaved = false;
  /** What has become of the work. */
  status = "";
  readonly keeper: Keeper;
  /** Whether it was told that the browser keeps nothing. */
  private isWarned = false;
  private readonly workbook: PreviewWorkbook;
  private readonly frame: Frame;
  private readonly page: DeskPage;

  constructor(workbook: PreviewWorkbook, frame: Frame, page: DeskPage) {
    this.workbook = workbook;
    this.frame = frame;
    this.page = page;
    this.keeper = new Keeper({
      work: () => this.work(),
      told: (outcome) => this.tellKeeping(outcome),
      lost: (how) => this.tellOtherTab(TEXT.lost[how]),
    });
    workbook.watch(() => this.change());
  }

  /** Something is not as it was; it is kept as it is now. */
  change(): void {
    this.unsaved = true;
    this.status = TEXT.changed;
    this.page.show();
    void this.keeper.change();
  }

  /** A workbook that the browser does not keep yet takes the place; `replace` calls what it is given once it is there. */
  begin(
    replace: (enter: () => void) => Promise<void>,
    name: string,
    status: string,
  ): Promise<void> {
    return this.keeper.show(null, (enter) =>
      replace(() => {
        this.makeRoom();
        Object.assign(this, { name, unsaved: false, status });
        enter();
        this.page.show();
        void this.keeper.keep();
      }),
    );
  }

  /** Goes on with a kept workbook. */
  async goOn(work: Kept): Promise<void> {
    await this.keeper.show(work, (enter) =>
      this.workbook.open(work.bytes, refusal, () => {
        this.makeRoom();
        this.take(work);
        enter();
        this.page.show();
      }),
    );
    this.page.show();
    // An earlier version of the page knew nothing of it.
    if (work.facts === null) await this.keeper.keep();
  }

  /** The same workbook as it was once: a change like others, which its earlier states can take back. */
  async becomes(bytes: Uint8Array): Promise<void> {
    await this.keeper.mark();
    await this.workbook.open(bytes, refusal, () => {
      this.makeRoom();
      this.change();
      this.clearNotices();
    });
  }

  /** Whether another workbook may take the place of this one: what is kept in the browser is not lost. */
  async mayLeave(): Promise<boolean> {
    // What is still on its way is work that may be lost.
    await this.workbook.settle();
    await this.keeper.settle();
    if (!this.unsaved || !this.keeper.isAhead) return true;
    return this.frame.ask(TEXT.replaceTitle, TEXT.unsaved, TEXT.replace);
  }

  /** Leaves the desk without a workbook. */
  async empty(): Promise<void> {
    await this.workbook.clear();
    this.makeRoom();
    Object.assign(this, { name: null, unsaved: false });
    this.keeper.leave();
  }

  async open({ file, handle }: Chosen): Promise<void> {
    try {
      const bytes = await readFile(file);
      if (!(await this.mayLeave())) return;
      const from = await openedFrom(await handle, bytes);
      const kept = await sameBook(file.name, bytes);
      if (kept) await this.goOn(kept);
      else await this.openNew(file.name, bytes);
      if (from === null) return;
      this.keeper.file = from;
      await this.keeper.keep();
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const isNamed = error.message.startsWith(file.name);
      this.frame.notice(isNamed ? error.message : TEXT.inFile(file.name, error.message), "alert");
    }
  }

  /** Saves the workbook; `elsewhere` asks where, also where that is known. */
  async save(elsewhere: boolean): Promise<void> {
    if (this.name === null) return;
    const content = async () => {
      await this.workbook.settle();
      return this.file();
    };
    const { file } = this.keeper;
    const saved = await save({ name: this.name, file, content, ask: this.frame.ask }, elsewhere);
    if (saved === null) return;
    this.clearNotices();
    if (saved.file) this.keeper.file = saved.file;
    const now = timeText(Date.now());
    this.status = saved.file ? TEXT.savedAs(saved.name, now) : TEXT.saved(now);
    Object.assign(this, { name: saved.name, unsaved: false });
    this.page.show();
    await this.keeper.keep();
  }

  /** The workbook as a file. */
  file(): NamedFile {
    const bytes = this.workbook.bytes();
    const name = this.name ?? fileName(TEXT.fileName(""), "xlsx");
    return { name, type: workbookType({ hasMacros: /\.xlsm$/i.test(name) }), bytes };
  }

  private async openNew(name: string, bytes: Uint8Array): Promise<void> {
    const { workbook, frame } = this;
    await this.begin(
      (enter) =>
        workbook.open(bytes, refusal, () => {
          enter();
          const [own, waiting] = [workbook.ownSheets(), waitingIn(workbook)];
          const told = [
            ...(waiting > 0 ? [TEXT.waiting(waiting)] : []),
            ...(own > 0 ? [TEXT.own(own)] : []),
          ];
          if (told.length > 0) frame.notice(told.join("\n"), "status");
        }),
      name,
      TEXT.opened,
    );
  }

  /** What was said is over; that another tab keeps the workbook is not. */
  private clearNotices(): void {
    this.frame.clearNotices();
    if (!this.keeper.keeps) this.tellOtherTab(TEXT.lost.held);
  }

  private makeRoom(): void {
    this.isWarned = false;
    this.page.makeRoom();
  }

  private take({ name, unsaved }: Kept): void {
    Object.assign(this, { name, unsaved, status: unsaved ? TEXT.kept : TEXT.opened });
  }

  /** What there is to keep, as it is now. */
  private work(): ReturnType<KeptWork["work"]> {
    const { unsaved, workbook } = this;
    const name = this.name ?? "";
    const bytes = workbook.held();
    const [checklist, report] = [workbook.checklist(), workbook.report()];
    return () => ({
      bytes: bytes(),
      name,
      unsaved,
      facts: checklist && report && factsOf(checklist, report),
      point: report && pointOf(report),
    });
  }

  /** Says that the work is kept only once it is; edits may go on meanwhile. */
  private tellKeeping(outcome: Outcome): void {
    const isRefused = outcome === "full" || outcome === "nowhere";
    if (isRefused && !this.isWarned) {
      this.frame.notice(TEXT.refused[outcome], "alert", {
        label: TEXT.save,
        act: () => void this.page.run(() => this.save(false)),
      });
    }
    if (this.isWarned && !isRefused) this.clearNotices();
    this.isWarned = isRefused;
    if (this.unsaved) this.status = STATUS[outcome];
    this.page.show();
  }

  private tellOtherTab(text: string): void {
    this.frame.notice(text, "alert", {
      label: TEXT.useHere,
      act: () => void this.page.run(() => this.goOnHere(text)),
    });
  }

  /** Makes this the tab that keeps. What the other one has kept since is newer, and is loaded before anything is written. */
  private async goOnHere(text: string): Promise<void> {
    const { keeper, frame } = this;
    await this.workbook.settle();
    if ((await keeper.newer()) && keeper.isAhead) {
      if (!(await frame.ask(TEXT.newerTitle, TEXT.newerLead, TEXT.newerYes))) {
        this.tellOtherTab(text);
        return;
      }
    }
    await keeper.take();
    const newer = await keeper.newer();
    if (newer) {
      await this.workbook.open(newer.bytes, refusal, () => {
        keeper.goOnFrom(newer);
        this.take(newer);
      });
      this.page.show();
      frame.notice(TEXT.newerLoaded, "status");
    } else await keeper.keep();
  }
}
