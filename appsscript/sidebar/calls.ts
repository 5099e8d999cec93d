/** Calls the script's functions, with the types that the script itself gives them. */

import { sentenceFor } from "../failures.ts";

type Server = typeof import("../server/main.ts");

/** What the sidebar may call; the rest is for Google and the menu. */
export type Callable =
  | "poll"
  | "ownChecklist"
  | "newChecklist"
  | "answer"
  | "write"
  | "goTo"
  | "takePhase"
  | "takeHandOver"
  | "takeSeal"
  | "takeSummary"
  | "workbookFile"
  | "mailLook"
  | "sendHandOver";

export type Script = {
  readonly [Name in Callable]: (
    ...args: Parameters<Server[Name]>
  ) => Promise<ReturnType<Server[Name]>>;
};

/** The part of `google.script.run` that is used: each call is made on a runner with its two handlers. */
interface Runner {
  withSuccessHandler(handler: (result: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  readonly [name: string]: unknown;
}

declare global {
  interface Window {
    readonly google?: { readonly script?: { readonly run?: Runner } };
  }
}

/** A rejected promise carries an error with the sentence that the script threw. */
export function newScript(runner: Runner): Script {
  const caller =
    <Args extends readonly unknown[], Result>(name: Callable) =>
    (...args: Args): Promise<Result> =>
      new Promise((resolve, reject) => {
        const run = runner
          .withSuccessHandler((result) => resolve(result as Result))
          .withFailureHandler((error) => reject(new Error(sentenceOf(error))))[name];
        if (typeof run === "function") run(...args);
        else reject(new Error(name));
      });
  return {
    poll: caller("poll"),
    ownChecklist: caller("ownChecklist"),
    newChecklist: caller("newChecklist"),
    answer: caller("answer"),
    write: caller("write"),
    goTo: caller("goTo"),
    takePhase: caller("takePhase"),
    takeHandOver: caller("takeHandOver"),
    takeSeal: caller("takeSeal"),
    takeSummary: caller("takeSummary"),
    workbookFile: caller("workbookFile"),
    mailLook: caller("mailLook"),
    sendHandOver: caller("sendHandOver"),
  };
}

function sentenceOf(error: unknown): string {
  const { message } = (error ?? {}) as { readonly message?: unknown };
  const text = typeof message === "string" && message !== "" ? message : String(error);
  return sentenceFor(text);
}
