/** What is brought in and what was chosen about it, and the plan that follows. Pure: nothing is written here. */

import type { Answer } from "../../core/audit/answers.ts";
import type { FullChecklist } from "../../core/checklist/types.ts";
import type { Brought } from "../../core/import/brought.ts";
import { type ImportChoices, NO_CHOICES, type PlanEntry } from "../../core/import/entry.ts";
import { type AnswerName, answersIn } from "../../core/import/options.ts";
import { type Plan, planImport } from "../../core/import/plan.ts";
import { readSources } from "../../core/import/read.ts";
import type { Source } from "../../core/import/source.ts";
import { wordKey } from "../../core/import/value.ts";
import { sourceFaultText } from "../../core/words/import.ts";
import { EDITIONS } from "../../core/workbook/built-in.ts";
import type { Snapshot } from "../../core/workbook/port.ts";
import { readInputs } from "../../core/workbook/read/reading.ts";

export interface Bringing {
  readonly checklist: FullChecklist;
  readonly snapshot: Snapshot;
  readonly source: Source;
  readonly answers: AnswerName;
  readonly choices: ImportChoices;
  readonly brought: Brought;
  readonly plan: Plan;
}

type Wish = Pick<Bringing, "checklist" | "snapshot" | "source" | "answers" | "choices">;

function planned(wish: Wish): Bringing {
  const { checklist, snapshot, source, answers, choices } = wish;
  const brought = readSources(EDITIONS, checklist, [source], { answers, from: null });
  return { ...wish, brought, plan: planImport(checklist, snapshot, brought, choices) };
}

export function begin(checklist: FullChecklist, snapshot: Snapshot, source: Source): Bringing {
  const answers = answersIn(readInputs(checklist, snapshot).inputs.phase);
  return planned({ checklist, snapshot, source, answers, choices: NO_CHOICES });
}

/** The same list for the workbook as it is now. */
export const renewed = (state: Bringing, snapshot: Snapshot): Bringing =>
  planned({ ...state, snapshot });

export const withAnswers = (state: Bringing, answers: AnswerName): Bringing =>
  planned({ ...state, answers });

const choosing = (state: Bringing, choices: Partial<ImportChoices>): Bringing =>
  planned({ ...state, choices: { ...state.choices, ...choices } });

export const withClear = (state: Bringing, clear: boolean): Bringing => choosing(state, { clear });

/** Whether a conflict takes what was brought. */
export function withTaken(state: Bringing, keys: readonly string[], isTaken: boolean): Bringing {
  const { take } = state.choices;
  const all = state.plan.entries.filter(({ group }) => group === "conflict");
  const taken = new Set(take === "all" ? all.map(({ key }) => key) : take);
  for (const key of keys) {
    if (isTaken) taken.add(key);
    else taken.delete(key);
  }
  return choosing(state, { take: [...taken] });
}

/** What a word means wherever it stands; null leaves it out again. */
export function withMeaning(state: Bringing, word: string, answer: Answer | null): Bringing {
  const { [word]: _old, ...others } = state.choices.meanings;
  return choosing(state, { meanings: answer === null ? others : { ...others, [word]: answer } });
}

/** Why sources bring nothing, in sentences. */
export const faultLines = ({ brought, checklist }: Bringing): readonly string[] =>
  brought.faults.map(({ place, fault }) => sourceFaultText(checklist, place, fault));

/** The word of an entry that is no answer and may be given a meaning; null for other faults. */
export const wordOf = ({ fault, after }: PlanEntry): string | null =>
  fault?.code === "noAnswer" ? wordKey(after) : null;

export const takenIn = ({ plan }: Bringing): number =>
  plan.entries.filter(({ taken }) => taken).length;
