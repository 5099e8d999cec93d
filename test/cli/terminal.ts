/** Runs the command line on a terminal of its own, where it may ask. */

import { spawnSync } from "node:child_process";
import { PROGRAM } from "./run.ts";

interface Sitting {
  /** Standard output goes to a reader that has gone away. */
  readonly closed?: boolean;
  /** A command that somebody else runs between the question and the answer. */
  readonly meanwhile?: readonly string[];
}

const SCRIPT = `
import json, os, pty, subprocess, sys
program, typed, closed, meanwhile = json.loads(sys.argv[1])
pid, fd = pty.fork()
if pid == 0:
    if closed:
        gone, out = os.pipe()
        os.close(gone)
        os.dup2(out, 1)
    os.execv(program[0], program)
shown = b''
while b'y/N' not in shown:
    try: shown += os.read(fd, 4096)
    except OSError: break
if meanwhile: subprocess.run(meanwhile, check=True, capture_output=True)
try: os.write(fd, typed.encode())
except OSError: pass
while True:
    try: more = os.read(fd, 4096)
    except OSError: break
    if not more: break
    shown += more
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

/** Types an answer to the question; `shown` is what stood on the terminal. */
export function onTerminal(
  args: readonly string[],
  typed: string,
  cwd: string,
  { closed = false, meanwhile = [] }: Sitting = {},
): { readonly code: number | null; readonly shown: string } {
  const program = (words: readonly string[]) => [process.execPath, PROGRAM, ...words];
  const other = meanwhile.length > 0 ? program(meanwhile) : [];
  const told = JSON.stringify([program(args), typed, closed, other]);
  const ran = spawnSync("python3", ["-c", SCRIPT, told], {
    cwd,
    encoding: "utf8",
    timeout: 600_000,
  });
  return { code: ran.status, shown: ran.stdout };
}
