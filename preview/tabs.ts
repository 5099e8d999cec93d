/** Makes sure that of each workbook only one tab keeps its work in the browser's storage. */

export interface Hold {
  /** Whether this tab keeps what it holds. */
  readonly keeps: boolean;
  /** Makes this the tab that keeps, once it resolves; the other one is told. */
  take(): Promise<void>;
  /** Lets another tab keep it. */
  release(): void;
}

const lockOf = (book: string): string => `msp-checklist ${book}`;

/**
 * Asks for the lock of a workbook, which one tab of the browser can have. `onLost` is called when another tab takes it
 * over later. Browsers give locks only to pages from a safe address (https or this computer); elsewhere every tab
 * keeps, as long as no other one has kept newer work.
 */
export async function holdBook(book: string, onLost: () => void): Promise<Hold> {
  const state = { keeps: true };
  let letGo: () => void = () => undefined;
  const over: Hold = {
    get keeps() {
      return state.keeps;
    },
    take() {
      if (!("locks" in navigator)) return Promise.resolve();
      return new Promise((resolve) => {
        void ask({ steal: true }, resolve);
      });
    },
    release: () => letGo(),
  };
  if (!("locks" in navigator)) return over;

  /** Holds the lock until it is let go. */
  function ask(options: LockOptions, onAnswer: () => void): Promise<void> {
    let isOver = false;
    return navigator.locks
      .request(lockOf(book), options, (lock) => {
        state.keeps = lock !== null;
        onAnswer();
        if (lock === null) return undefined;
        return new Promise<void>((resolve) => {
          letGo = () => {
            isOver = true;
            resolve();
          };
        });
      })
      .then(
        () => undefined,
        () => {
          // Stolen, or not given at all.
          state.keeps = false;
          if (!isOver) onLost();
          onAnswer();
        },
      );
  }
  await new Promise<void>((resolve) => {
    void ask({ ifAvailable: true }, resolve);
  });
  return over;
}

/** Tells the tab that has a workbook, if any, that it is no longer the one to keep it. */
export async function unseat(book: string): Promise<void> {
  if (!("locks" in navigator)) return;
  await navigator.locks.request(lockOf(book), { steal: true }, () => undefined);
}
