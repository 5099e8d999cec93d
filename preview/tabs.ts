/** Makes sure that only one tab keeps its work in the browser's storage. */

export interface Tabs {
  /** Whether this tab keeps what it holds. */
  readonly keeps: boolean;
  /** Makes this the tab that keeps, once it resolves; the other one is told. */
  take(): Promise<void>;
}

const LOCK = "msp-checklist";

/**
 * Asks for the lock that one tab of the browser can have. `onLost` is called when another tab takes it over
 * later. Browsers give locks only to pages from a safe address (https or this computer); elsewhere every tab
 * keeps, as long as no other one has kept newer work.
 */
export async function meetTabs(onLost: () => void): Promise<Tabs> {
  const state = { keeps: true };
  const tabs: Tabs = {
    get keeps() {
      return state.keeps;
    },
    take() {
      if (!("locks" in navigator)) return Promise.resolve();
      return new Promise((resolve) => {
        void hold({ steal: true }, resolve);
      });
    },
  };
  if (!("locks" in navigator)) return tabs;

  /** Holds the lock for as long as the tab lives. */
  function hold(options: LockOptions, onAnswer: () => void): Promise<void> {
    return navigator.locks
      .request(LOCK, options, (lock) => {
        state.keeps = lock !== null;
        onAnswer();
        return lock === null ? undefined : new Promise<void>(() => undefined);
      })
      .then(
        () => undefined,
        () => {
          // Stolen, or not given at all.
          state.keeps = false;
          onLost();
          onAnswer();
        },
      );
  }
  await new Promise<void>((resolve) => {
    void hold({ ifAvailable: true }, resolve);
  });
  return tabs;
}
