/** `seal`: seals a workbook whose phase was moved by hand, so that later changes can be seen from now on. */

import { momentOf } from "../core/report/moment.ts";
import { sealNow } from "../core/report/moves.ts";
import { report } from "../core/report/report.ts";
import { closeWith } from "./conclude.ts";
import { untilUnchanged } from "./files.ts";
import { tell } from "./speak.ts";
import { type Command, oneFile, parse, WRITING } from "./usage.ts";
import { SEAL_SAID } from "./words.ts";
import {
  carryOut,
  itself,
  openToChange,
  rehearsal,
  reread,
  warnBefore,
  writeWorkbook,
} from "./workbooks.ts";

export const seal: Command = (args, user) => {
  const { values, positionals } = parse(args, { force: { type: "boolean" }, ...WRITING });
  const file = oneFile(positionals);
  const terminal = rehearsal(user, values);
  const target = itself(file, values.force ?? false);
  warnBefore(terminal, target);
  const { entered, opened, now } = untilUnchanged(() => {
    const opened = openToChange(terminal, file, target);
    const entered = carryOut(file, opened, {
      kind: "step",
      take: (snapshot) => sealNow([opened.edition], snapshot, momentOf(new Date())),
    });
    if (entered.change !== null) writeWorkbook(terminal, opened, target);
    return { entered, opened, now: reread(file, opened) };
  });
  const before = report([opened.edition], opened.snapshot);
  const after = report([now.edition], now.snapshot);
  const short = after.seal?.short ?? "";
  tell(
    terminal,
    entered.change === null ? SEAL_SAID.already(file, short) : SEAL_SAID.now(file, short),
  );
  closeWith(terminal, file, now.edition.checklist, before, after);
  return 0;
};
