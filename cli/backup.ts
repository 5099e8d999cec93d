/** Keeps a file that is about to be replaced, beside it and under a name that no earlier one has. */

import { constants, copyFileSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

const MARK = "backup";
const BACKUP = new RegExp(` \\(${MARK} (\\d+)\\)(\\.[^.]*)?$`);

/** Whether a file is one that was kept: whoever names a folder does not mean it. */
export const isBackup = (name: string): boolean => BACKUP.test(name);

/** `kestrel (backup 3).xlsx` where two are kept already. */
export function backupOf(target: string): string {
  const ending = extname(target);
  const head = basename(target, ending);
  const numbers = readdirSync(dirname(target)).flatMap((name) => {
    const number = BACKUP.exec(name)?.[1];
    return number !== undefined && name === named(head, Number(number), ending)
      ? [Number(number)]
      : [];
  });
  return join(dirname(target), named(head, Math.max(0, ...numbers) + 1, ending));
}

const named = (head: string, number: number, ending: string): string =>
  `${head} (${MARK} ${number})${ending}`;

/** Copies a file, with the day of its last change, and gives where to. Throws as the disk does. */
export function keepFormer(target: string): string {
  for (;;) {
    const backup = backupOf(target);
    try {
      copyFileSync(target, backup, constants.COPYFILE_EXCL);
      const { atime, mtime } = statSync(target);
      utimesSync(backup, atime, mtime);
      return backup;
    } catch (error) {
      // Another command kept one under this name just now.
      if (error instanceof Error && "code" in error && error.code === "EEXIST") continue;
      rmSync(backup, { force: true });
      throw error;
    }
  }
}
