/** How many calls of Google's services each thing takes: what is slow in Apps Script, and can be counted offline. */

import { addressOf, builtHost } from "./sheets.ts";

export interface ServiceCalls {
  readonly build: number;
  readonly pollSame: number;
  readonly pollChanged: number;
  readonly answer: number;
  readonly edit: number;
  readonly paste: number;
}

export function serviceCalls(): ServiceCalls {
  const host = builtHost();
  const count = () => host.world.calls.length;
  const build = count();
  const { hash } = host.call<{ readonly hash: string }>("poll", "");
  const pollChanged = count();
  host.call("poll", hash);
  const pollSame = count();
  host.call("answer", "8.1.9", "self", "met");
  const answer = count();
  const at = addressOf(host, "Self_Answer", "8.1.9");
  host.edit("Checklist", at, [["Not met"]]);
  const edit = count();
  host.edit(
    "Checklist",
    at,
    Array.from({ length: 10 }, () => [" met"]),
    { pasted: true },
  );
  return { build, pollSame, pollChanged, answer, edit, paste: count() };
}
