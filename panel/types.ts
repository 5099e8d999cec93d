/** What the panel is told and what it may ask for; the same in Excel, in Google Sheets and in the preview. */

import type { Answer, ItemId, MaybePromise, Place, Report } from "../core/index.ts";

/** What a host shows in the panel. */
export type PanelState =
  | { readonly kind: "starting" }
  /** The workbook holds no checklist. */
  | { readonly kind: "empty" }
  | { readonly kind: "report"; readonly report: Report; readonly selected: ItemId | null }
  /** Long work; the fraction is from 0 to 1. */
  | {
      readonly kind: "working";
      readonly message: string;
      readonly fraction: number;
      readonly cancel: (() => void) | null;
    }
  /** A failure told in a sentence, with what can be done about it. */
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly remedy: { readonly label: string; readonly act: () => void } | null;
    };

export interface NewChecklist {
  readonly partner: string;
  readonly reseller: boolean;
  readonly renewal: boolean;
}

/** Texts of an item that can be edited in the panel, by their defined names. */
export type ItemField = "Evidence" | "Owner" | "Auditor_Note";

/** What the panel asks of its host. A rejected promise carries a sentence for the user. */
export interface PanelHost {
  /** The host's own words, for sentences such as "Select a row". */
  readonly words: { readonly workbook: string; readonly program: string };
  newChecklist(wish: NewChecklist): MaybePromise<void>;
  answer(id: ItemId, side: "self" | "auditor", answer: Answer): MaybePromise<void>;
  write(id: ItemId, field: ItemField, text: string): MaybePromise<void>;
  goTo(place: Place): MaybePromise<void>;
  refresh(): MaybePromise<void>;
  /** Absent where the host cannot remember settings between openings. */
  readonly memory?: { get(key: string): string | null; set(key: string, value: string): void };
}

export interface Panel {
  /** Draws only what changed; typing in the panel keeps its focus and its text. */
  show(state: PanelState): void;
}
