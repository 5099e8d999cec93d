/** What a page saved: only its bytes come from the run's Chromium, whose files may be anywhere. */

import { buffer } from "node:stream/consumers";
import type { Download } from "playwright-core";

export const bytesOf = async (download: Download): Promise<Buffer> =>
  buffer(await download.createReadStream());
