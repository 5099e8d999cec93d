/** Keeps the workbook that the page shows: each change, in the one tab that may, until another workbook takes its place. */

import type { DayPoint } from "../panel/types.ts";
import { lastShown } from "./memory.ts";
import type { SavedFile } from "./saving.ts";
import { forget, type Keeping, type Kept, keep, newBookId, recall, type Work } from "./store.ts";
import { type Hold, holdBook, unseat } from "./tabs.ts";

/** What has become of the work: kept, or why not. `elsewhere` where another tab keeps it. */
export type Outcome = Exclude<Keeping["kind"], "newer" | "gone"> | "elsewhere";

export interface KeptWork {
  /** What there is to keep, as it is when this is called, even where it is made into bytes only later. */
  work(): () => Omit<Work, "file">;
  /** `isCurrent`: the workbook that was kept is still the one that the page shows. */
  told(outcome: Outcome): void;
  /** Another tab goes on with it, or has forgotten it, or had it first. */
  lost(how: "taken" | "forgotten" | "held"): void;
}

/** One workbook for as long as the page shows it. */
interface Session {
  readonly id: string;
  readonly hold: Hold;
  /** The stamp of the kept work that this tab goes on from; null for none. */
  stamp: string | null;
  /** Whether something has changed here that is not kept. */
  isAhead: boolean;
  /** Whether what is kept becomes a state to go back to with the next change. */
  isMarked: boolean;
  file: SavedFile | null;
  points: readonly DayPoint[];
}

export class Keeper {
  private session: Session | null = null;
  /** One at a time: each goes on from what the one before it kept. */
  private queue: Promise<void> = Promise.resolve();
  private readonly host: KeptWork;

  constructor(host: KeptWork) {
    this.host = host;
  }

  /** The workbook that is shown; null for none. */
  get id(): string | null {
    return this.session?.id ?? null;
  }

  /** Whether something has changed that only this page holds. */
  get isAhead(): boolean {
    return this.session?.isAhead ?? false;
  }

  /** Whether this is the tab that keeps it. */
  get keeps(): boolean {
    return this.session?.hold.keeps ?? true;
  }

  get points(): readonly DayPoint[] {
    return this.session?.points ?? [];
  }

  get file(): SavedFile | null {
    return this.session?.file ?? null;
  }

  set file(file: SavedFile | null) {
    if (this.session) this.session.file = file;
  }

  /**
   * Lets a workbook take the place of the one that is shown, a new one for null. `replace` calls what it is given in
   * the moment in which it has; where it rejects before, everything is as it was.
   */
  async show(kept: Kept | null, replace: (enter: () => void) => Promise<void>): Promise<void> {
    if (kept !== null && kept.id === this.session?.id) {
      await replace(() => this.goOnFrom(kept));
      return;
    }
    const id = kept?.id ?? newBookId();
    const hold = await holdBook(id, () => void this.lose(id));
    let isShown = false;
    try {
      await replace(() => {
        isShown = true;
        this.enter(id, kept, hold);
      });
    } finally {
      if (!isShown) hold.release();
    }
  }

  private enter(id: string, kept: Kept | null, hold: Hold): void {
    this.leave();
    this.session = {
      id,
      hold,
      stamp: kept?.stamp ?? null,
      isAhead: kept === null,
      // What it was when it was opened, or made, is there to go back to.
      isMarked: true,
      file: kept?.file ?? null,
      points: kept?.points ?? [],
    };
    lastShown.set(id);
    if (!hold.keeps) this.host.lost("held");
  }

  /** Lets go of the workbook, which stays kept, once all of it is. */
  leave(): void {
    const { session } = this;
    this.session = null;
    lastShown.set(null);
    if (session) this.queue = this.queue.then(() => session.hold.release());
  }

  /** Until everything is kept that was to be. */
  async settle(): Promise<void> {
    await this.queue;
  }

  /** Keeps what has changed. */
  change(): Promise<void> {
    if (this.session) this.session.isAhead = true;
    return this.keep();
  }

  /** Keeps what there is, also where nothing but its file has changed. */
  keep(): Promise<void> {
    const { session } = this;
    if (session === null) return Promise.resolve();
    const work = this.host.work();
    this.queue = this.queue.then(() => this.keepNow(session, work));
    return this.queue;
  }

  /** What is there now becomes a state to go back to, as soon as something changes. */
  async mark(): Promise<void> {
    const { session } = this;
    await this.settle();
    if (session) session.isMarked = true;
  }

  /** What another tab has kept since of the same workbook; null for nothing. */
  async newer(): Promise<Kept | null> {
    const { session } = this;
    const kept = session && (await recall(session.id));
    return kept && kept.stamp !== session.stamp ? kept : null;
  }

  /** Makes this the tab that keeps the workbook, also one that was forgotten meanwhile. */
  async take(): Promise<void> {
    const { session } = this;
    if (session === null) return;
    await session.hold.take();
    if ((await recall(session.id)) === null) session.stamp = null;
  }

  /** Goes on from what another tab has kept. */
  goOnFrom({ stamp, file, points }: Kept): void {
    if (this.session) Object.assign(this.session, { stamp, file, points, isAhead: false });
  }

  /** Takes a workbook out of the browser, all of them for null; other tabs that show it are told. */
  async forget(ids: readonly string[], all: boolean): Promise<void> {
    await this.queue;
    if (all) await forget(null);
    else for (const id of ids) await forget(id);
    const { session } = this;
    if (session && ids.includes(session.id)) this.leave();
    await this.queue;
    for (const id of ids) await unseat(id);
  }

  private async lose(id: string): Promise<void> {
    const isThere = (await recall(id)) !== null;
    if (this.session?.id === id) this.host.lost(isThere ? "taken" : "forgotten");
  }

  private async keepNow(session: Session, work: () => Omit<Work, "file">): Promise<void> {
    const tell = (outcome: Outcome) => {
      if (this.session === session) this.host.told(outcome);
    };
    if (!session.hold.keeps) {
      tell("elsewhere");
      return;
    }
    const wasAhead = session.isAhead;
    session.isAhead = false;
    const { id, stamp, file, isMarked } = session;
    const kept = await keep(id, { ...work(), file }, stamp, isMarked);
    if (kept.kind === "kept") {
      session.stamp = kept.book.stamp;
      session.points = kept.book.points;
      if (kept.isOther) session.isMarked = false;
      tell("kept");
      return;
    }
    session.isAhead ||= wasAhead;
    if (kept.kind === "full" || kept.kind === "nowhere") tell(kept.kind);
    else if (this.session === session) {
      this.host.lost(kept.kind === "gone" ? "forgotten" : "held");
      tell("elsewhere");
    }
  }
}
