/** The side panel: keeps its own state, draws what the host tells it, and passes on what the user asks. */

import { currentScore } from "../core/audit/advice.ts";
import type { IsoDate, ItemId } from "../core/checklist/domain.ts";
import type { Checklist } from "../core/checklist/types.ts";
import type { Report } from "../core/report/report.ts";
import { localDay, withToday } from "../core/report/today.ts";
import { type Answering, giveAnswer, isAsGiven, turnBack } from "./answering.ts";
import {
  type Context,
  forget,
  newStepsUi,
  newUi,
  type PanelOptions,
  type Shell,
  type Turn,
  type WidePage,
} from "./context.ts";
import { patch, type View } from "./dom.ts";
import { holdFocus, setTabStops } from "./focus.ts";
import { hearKeys, search, showKeys } from "./keys.ts";
import { type Heard, heard } from "./model/heard.ts";
import { EVERYTHING } from "./model/items.ts";
import { nextOpen } from "./model/next.ts";
import { recall, remember } from "./settings.ts";
import type { Layout, Panel, PanelHost, PanelState } from "./types.ts";
import { noticeLine } from "./views/notice.ts";
import { keysScreen, pane, stateScreen } from "./views/pane.ts";
import { openingScreen } from "./views/screens.ts";
import { isWhole } from "./way.ts";
import { PANEL } from "./words/panel.ts";

export type { Panel, PanelHost, PanelState } from "./types.ts";

let mounted = 0;

/** Draws the panel into `root`, which gives it its size. */
export function mountPanel(
  root: HTMLElement,
  host: PanelHost,
  { today = () => localDay(new Date()), wide }: PanelOptions = {},
): Panel {
  mounted += 1;
  const drawing = new Drawing(root, host, today, wide ?? null, `msp${mounted}-`);
  drawing.draw();
  return drawing;
}

class Drawing implements Panel {
  private state: PanelState = { kind: "starting" };
  /** The item last chosen here, until the host says another. */
  private selected: ItemId | null = null;
  /** Texts that the host has taken, until a report brings them back. */
  private readonly sent = new Map<string, string>();
  private readonly sending = new Map<string, string>();
  /** What the last report said. */
  private last: Heard | null = null;
  private wantedFocus: string | null = null;
  private steps: typeof import("./steps/page.ts") | null = null;
  private behind: typeof import("./views/behind.ts") | null = null;
  private isLoadingIssues = false;
  private isDrawing = false;
  private isStale = false;

  private readonly answering: Answering = {
    ask: (name, command) => this.ask(name, command),
    context: () => this.context(),
    draw: () => this.draw(),
  };
  private readonly app: HTMLElement;
  private readonly voice: HTMLElement;
  private readonly shell: Shell;
  private readonly root: HTMLElement;
  private readonly host: PanelHost;
  private readonly today: () => IsoDate;
  private readonly wide: WidePage | null;
  private layout: Layout = "pane";

  constructor(
    root: HTMLElement,
    host: PanelHost,
    today: () => IsoDate,
    wide: WidePage | null,
    prefix: string,
  ) {
    this.root = root;
    this.host = host;
    this.today = today;
    this.wide = wide;
    const view = root.ownerDocument.defaultView;
    view?.addEventListener("resize", () => {
      if (this.layout !== "pane") wide?.fit(this.app);
    });
    const page = root.ownerDocument;
    this.app = page.createElement("div");
    this.app.className = "page";
    this.voice = page.createElement("div");
    this.voice.className = "spoken voice";
    this.voice.setAttribute("role", "status");
    this.voice.setAttribute("aria-live", "polite");
    root.classList.add("msp-panel");
    root.replaceChildren(this.app, this.voice);
    hearKeys(root, (act) => this.withContext(act));
    this.shell = {
      host,
      ui: newUi(),
      prefix,
      change: (mutate) => {
        mutate(this.shell.ui);
        remember(this.shell.ui, this.host);
        this.draw();
      },
      ask: (name, command) => this.ask(name, command),
      open: (id, place) => {
        if (this.selected !== null && this.selected !== id) this.shell.ui.trail.push(this.selected);
        this.selected = id;
        this.draw();
        // In a low panel the dock is far below the row.
        this.app.querySelector(".dock")?.scrollIntoView({ block: "nearest" });
        if (place === null) return;
        void this.ask("goTo", () => (host.follow ? host.follow(place) : host.goTo(place)));
      },
      answer: (id, side, answer) => void giveAnswer(this.answering, [id], side, answer),
      answerAll: (ids, side, answer) => void giveAnswer(this.answering, ids, side, answer),
      turnBack: (direction) => void turnBack(this.answering, direction),
      commit: (key) => this.commit(key),
      say: (text) => this.say(text),
      focusOn: (name) => {
        this.wantedFocus = name;
      },
      showSteps: (shown) => void this.showSteps(shown),
      refresh: () => void this.refresh(),
      fresh: async () => {
        const isRead = await host.refresh();
        const { state } = this;
        if (state.kind === "failed") throw new Error(state.message);
        if (!isRead || state.kind !== "report") throw new Error(PANEL.notRead);
        return withToday(state.report, this.today());
      },
    };
    recall(this.shell.ui, this.host);
  }

  show(state: PanelState): void {
    const before = this.state;
    this.state = state;
    const { ui } = this.shell;
    if (state.kind !== "working") ui.busy.delete("cancel");
    if (state.kind !== "report" || !isAsGiven(ui.given, state.report)) ui.given = null;
    // Nothing of one workbook narrows or leads in the next.
    if (state.kind === "empty" || state.kind === "starting") {
      this.selected = null;
      forget(ui, state.kind);
    }
    if (state.kind === "starting") ui.form = newUi().form;
    if (state.kind === "report") {
      if (before.kind !== "report" || before.selected !== state.selected) {
        this.selected = state.selected ?? (before.kind === "report" ? null : this.selected);
      }
      for (const [key, text] of this.sent) {
        if (ui.drafts.get(key)?.text === text) ui.drafts.delete(key);
        this.sent.delete(key);
      }
      if (before.kind === "report" && before.report.phase !== state.report.phase) {
        ui.given = null;
        ui.steps = { ...newStepsUi(), done: ui.steps.done };
      }
      ui.pending.clear();
      for (const [key, draft] of ui.drafts) if (draft.id !== this.selected) void this.commit(key);
      void this.loadIssues();
      this.speak(state.checklist, state.report, before.kind === "working");
    }
    this.draw();
  }

  openSteps(): void {
    void this.showSteps(true);
  }

  turnBack(direction: Turn): void {
    this.shell.turnBack(direction);
  }

  focus(): void {
    (
      this.app.querySelector<HTMLElement>(".whole-head h2") ?? this.app.querySelector("main")
    )?.focus();
  }

  find(): void {
    this.withContext(search);
  }

  showKeys(): void {
    this.withContext((context) => showKeys(context, true));
  }

  lay(layout: Layout): void {
    if (this.layout === layout) return;
    this.layout = layout;
    this.root.classList.toggle("wide", layout !== "pane");
    this.draw();
  }

  draw(): void {
    // A field that is drawn away writes what was typed in it, which asks to be drawn in the middle of it.
    if (this.isDrawing) {
      this.isStale = true;
      return;
    }
    this.settleSelection();
    const giveBack = holdFocus(this.root);
    this.isDrawing = true;
    try {
      do {
        this.isStale = false;
        patch(this.app, this.view());
      } while (this.isStale);
    } finally {
      this.isDrawing = false;
    }
    setTabStops(this.app);
    if (this.layout !== "pane") this.wide?.fit(this.app);
    giveBack();
    const wanted =
      this.wantedFocus !== null &&
      this.app.querySelector<HTMLElement>(`[data-focus="${this.wantedFocus}"]`);
    // What is not there now is not waited for, or it would take the focus later; only the page Steps may be on its way.
    const { kind } = this.state;
    const isAwaited = this.shell.ui.stepsShown && (this.steps === null || kind !== "report");
    if (wanted || !isAwaited) this.wantedFocus = null;
    if (wanted) wanted.focus();
  }

  private view(): View[] {
    const { state, shell, host } = this;
    const wide = this.layout === "pane" ? null : this.wide;
    const context = this.context();
    if (context === null) return stateScreen(shell, state, wide);
    const steps = this.stepsView(context);
    const card = this.behind?.keysCard(context) ?? null;
    if (wide) {
      const beside =
        steps && host.steps ? (this.steps?.stepsRecord(context, host.steps) ?? []) : [];
      return [...wide.draw(context, steps ?? keysScreen(card), beside), ...noticeLine(shell)];
    }
    const item = isWhole(context) ? (this.behind?.wholeItem(context) ?? null) : null;
    return pane(context, steps, card, item);
  }

  /** Null where the page Steps is not open. */
  private stepsView(context: Context): View | null {
    const { ui, host } = context;
    if (!ui.stepsShown || !host.steps) return null;
    return this.steps?.stepsPage(context, host.steps) ?? openingScreen();
  }

  /** Null while there is no report. */
  private context(): Context | null {
    const { state, shell } = this;
    if (state.kind !== "report") return null;
    const today = this.today();
    return {
      ...shell,
      report: withToday(state.report, today),
      checklist: state.checklist,
      tabs: this.behind,
      score: currentScore(state.report.phase),
      layout: this.layout,
      selected: this.selected,
      today,
    };
  }

  /** Nothing while there is no report. */
  private withContext(act: (context: Context) => void): void {
    const context = this.context();
    if (context) act(context);
  }

  /** A page of its own always shows an item: the first that is open. */
  private settleSelection(): void {
    const { state } = this;
    if (this.layout === "pane" || state.kind !== "report") return;
    const { checklist, report } = state;
    if (report.items.some(({ id }) => id === this.selected)) return;
    this.selected = nextOpen(checklist, report, EVERYTHING, null) ?? report.items[0]?.id ?? null;
  }

  private async ask(name: string, command: () => void | Promise<void>): Promise<boolean> {
    const { ui } = this.shell;
    ui.busy.add(name);
    this.draw();
    try {
      await command();
      ui.notice = null;
      return true;
    } catch (error) {
      ui.notice = error instanceof Error && error.message !== "" ? error.message : PANEL.failure;
      return false;
    } finally {
      ui.busy.delete(name);
      this.draw();
    }
  }

  /** Sends a draft once; one that failed stays, and goes again with the next change or selection. */
  private async commit(key: string): Promise<boolean> {
    const { ui } = this.shell;
    const draft = ui.drafts.get(key);
    if (!draft || this.sending.get(key) === draft.text || this.sent.get(key) === draft.text)
      return true;
    this.sending.set(key, draft.text);
    const { id, field, text, joins } = draft;
    const written = await this.ask(`write ${key}`, () =>
      joins ? this.host.write(id, field, text, true) : this.host.write(id, field, text),
    );
    if (written) this.sent.set(key, text);
    if (this.sending.get(key) === text) this.sending.delete(key);
    return written;
  }

  /** What is wrong is said in sentences for every fault there is: they come behind the score. */
  private async loadIssues(): Promise<void> {
    if (this.behind !== null || this.isLoadingIssues) return;
    this.isLoadingIssues = true;
    try {
      this.behind = await import("./views/behind.ts");
      this.draw();
    } catch {
      // Tried again with the next report; the tab says so meanwhile.
    }
    this.isLoadingIssues = false;
  }

  /** The page comes as a part of its own, so that the panel is on the screen before it. */
  private async showSteps(shown: boolean): Promise<void> {
    const { ui } = this.shell;
    ui.stepsShown = shown;
    ui.steps = newStepsUi();
    this.wantedFocus = shown ? "steps-title" : "steps-button";
    this.draw();
    if (!shown || this.steps !== null) return;
    try {
      this.steps = await import("./steps/page.ts");
      ui.notice = null;
    } catch {
      ui.notice = (await this.host.whyLost?.()) ?? PANEL.stepsFailed;
      ui.stepsShown = false;
      this.wantedFocus = "steps-button";
    }
    this.draw();
  }

  private async refresh(): Promise<void> {
    const { voice } = this;
    const before = voice.textContent;
    let isRead = false;
    await this.ask("refresh", async () => {
      isRead = await this.host.refresh();
    });
    // What the reading changed has been said already.
    if (isRead && voice.textContent === before) this.say(PANEL.refreshed);
  }

  /** Browsers tell screen readers of changes only, so a sentence that comes again is made another. */
  private say(text: string): void {
    this.voice.textContent = this.voice.textContent === text ? `${text}\u00a0` : text;
  }

  private speak(checklist: Checklist, report: Report, isMade: boolean): void {
    const { now, said } = heard(this.last, checklist, report, isMade);
    this.last = now;
    if (said !== "") this.say(said);
  }
}
