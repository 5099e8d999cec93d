/** Longest first, so that no worker is left alone with a long file at the end. */

import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { PROJECT_NAMES, type ProjectName } from "./projects.ts";

/** Seconds that files take, where it is more than a few; an old figure costs a little time and nothing else. */
const SECONDS: Readonly<Record<string, number>> = {
  "test/panel/looks.test.ts": 255,
  "test/preview/page-guards.test.ts": 239,
  "test/preview/page-files.test.ts": 205,
  "test/preview/page.test.ts": 165,
  "test/preview/page-steps.test.ts": 158,
  "test/addin/page.test.ts": 106,
  "test/panel/steps-later.test.ts": 98,
  "test/addin/page-looks.test.ts": 80,
  "test/preview/page-life.test.ts": 80,
  "test/preview/page-turns.test.ts": 77,
  "test/panel/steps.test.ts": 77,
  "test/addin/page-keys.test.ts": 60,
  "test/panel/focus.test.ts": 60,
  "test/panel/room.test.ts": 58,
  "test/appsscript/sidebar.test.ts": 55,
  "test/panel/commands.test.ts": 55,
  "test/panel/updates.test.ts": 44,
  "test/panel/answering.test.ts": 40,
};

const placeOf = ({ project }: TestSpecification): number =>
  PROJECT_NAMES.indexOf(project.name as ProjectName);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const pathOf = ({ moduleId }: TestSpecification) =>
      relative(this.ctx.config.root, moduleId).replaceAll("\\", "/");
    const secondsOf = (file: TestSpecification) => SECONDS[pathOf(file)] ?? 0;
    // A worker takes its modules along to the next file of the same project only.
    return [...files].sort(
      (a, b) =>
        placeOf(a) - placeOf(b) ||
        secondsOf(b) - secondsOf(a) ||
        pathOf(a).localeCompare(pathOf(b), "en"),
    );
  }
}
