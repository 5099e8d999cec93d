/** The workbooks that the browser keeps: what there are, going on with one, going back in one, and forgetting them. */

import { whenText } from "../panel/words/when.ts";
import type { Desk } from "./desk.ts";
import type { Frame } from "./frame.ts";
import { part } from "./loading.ts";
import { lastShown } from "./memory.ts";
import { titleOf } from "./recent.ts";
import { type Book, earlierStates, keptBooks, recall, type State, sameBook } from "./store.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";

export class Shelf {
  /** As they were when they were last read. */
  books: readonly Book[] = [];
  private readonly desk: Desk;
  private readonly frame: Frame;
  private readonly show: () => void;

  /** `show` shows the page as it is now. */
  constructor(desk: Desk, frame: Frame, show: () => void) {
    this.desk = desk;
    this.frame = frame;
    this.show = show;
  }

  /** Goes on with the workbook that was shown last; none where that was the start page. */
  async recall(): Promise<void> {
    const last = lastShown.get();
    const work = last === "" ? null : await recall(last);
    if (work) await this.desk.goOn(work);
  }

  /** Reads anew which workbooks there are to go on with. */
  async list(): Promise<void> {
    this.books = await keptBooks();
    this.show();
  }

  /** To the start page; the workbook stays kept. */
  async toStart(): Promise<void> {
    if (!(await this.desk.mayLeave())) return;
    await this.desk.empty();
    await this.list();
  }

  async open(id: string): Promise<void> {
    const work = await recall(id);
    if (work) await this.desk.goOn(work);
    else {
      this.frame.notice(TEXT.bookGone, "alert");
      await this.list();
    }
  }

  /** Goes on with the kept workbook that is, byte for byte, this one; false where there is none. */
  async openSame(name: string, bytes: Uint8Array): Promise<boolean> {
    const work = await sameBook(name, bytes);
    if (work) await this.desk.goOn(work);
    return work !== null;
  }

  /** Asks for an earlier state of a kept workbook, and goes back to it; what is there now becomes such a state. */
  async goBack(id: string): Promise<void> {
    const { desk } = this;
    if (desk.name !== null && !(await desk.mayLeave())) return;
    const [work, states] = [await recall(id), await earlierStates(id)];
    const state = await chosenState(work ? titleOf(work) : "", states);
    if (state === null) return;
    if (desk.keeper.id !== id) await this.open(id);
    if (desk.keeper.id !== id) return;
    await desk.becomes(state.bytes);
    if (desk.keeper.keeps) this.frame.notice(TEXT.wentBack(whenText(state.at)), "status");
  }

  /** Takes one workbook out of the browser, or all of them for null; asks before. */
  async forget(id: string | null): Promise<void> {
    const { desk } = this;
    const isShown = id !== null && id === desk.keeper.id;
    if (desk.name !== null) await desk.keeper.settle();
    const all = await keptBooks();
    const books = id === null ? all : all.filter((book) => book.id === id);
    const [book] = books;
    const isUnsaved = isShown ? desk.unsaved : books.some(({ unsaved }) => unsaved);
    const title =
      id === null ? TEXT.forgetAllTitle(books.length) : TEXT.forgetTitle(book ? titleOf(book) : "");
    const lead = [
      id === null ? TEXT.forgetAllLead : TEXT.forgetLead,
      ...(isUnsaved ? [TEXT.forgetUnsaved] : []),
    ].join(" ");
    const yes = id === null ? TEXT.forgetAllYes : TEXT.forgetYes;
    if (!(await this.frame.ask(title, lead, yes))) return;
    // Gone from the browser before it is gone from the page: whoever sees it cleared may leave at once.
    await desk.keeper.forget(id === null ? all.map((one) => one.id) : [id], id === null);
    if (isShown) await desk.empty();
    await this.list();
  }
}

/** The question is loaded when it is first put. */
async function chosenState(title: string, states: readonly State[]): Promise<State | null> {
  const { chooseState } = await part(() => import("./states.ts"));
  return chooseState(title, states);
}
