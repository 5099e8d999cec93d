/** When to ask the script again: soon after anything happened, ever more rarely while nothing does, never unseen. */

const SOON_MS = 2000;
const SELDOM_MS = 30_000;
const BACK_OFF = 1.5;

/** The page's clock; tests bring their own. */
export interface Timers {
  set(act: () => void, milliseconds: number): number;
  clear(timer: number): void;
}

export interface Rhythm {
  /** Asks at once, or again as soon as the question that is under way is answered. */
  now(): Promise<void>;
  /** Something happened here: the next question comes soon. */
  stir(): void;
  /** A page that nobody sees asks nothing; when it is seen again it asks at once. */
  seen(visible: boolean): void;
}

/**
 * `ask` says whether anything had changed. One question is under way at a time; what it throws is its own
 * matter, and only makes the next one come later.
 */
export function newRhythm(ask: () => Promise<boolean>, timers: Timers): Rhythm {
  let pause = SOON_MS;
  let timer: number | null = null;
  let isVisible = true;
  let running: Promise<void> | null = null;
  let isWanted = false;

  const stop = () => {
    if (timer !== null) timers.clear(timer);
    timer = null;
  };
  const plan = () => {
    stop();
    if (isVisible) timer = timers.set(() => void now(), pause);
  };
  const question = async () => {
    let changed = false;
    do {
      isWanted = false;
      try {
        changed = (await ask()) || changed;
      } catch {
        // Told by `ask`.
      }
    } while (isWanted);
    pause = changed ? SOON_MS : Math.min(SELDOM_MS, pause * BACK_OFF);
  };
  const now = (): Promise<void> => {
    stop();
    if (running) {
      isWanted = true;
      return running;
    }
    running = question().then(() => {
      running = null;
      plan();
    });
    return running;
  };
  return {
    now,
    stir: () => {
      pause = SOON_MS;
      if (!running) plan();
    },
    seen: (visible) => {
      if (visible === isVisible) return;
      isVisible = visible;
      if (visible) {
        pause = SOON_MS;
        void now();
      } else stop();
    },
  };
}
