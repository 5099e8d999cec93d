/** Stands in for Google while clasp pushes: records what arrives and lets nothing out to the network. */

import { appendFileSync } from "node:fs";
import nock from "nock";

const record = (entry) => appendFileSync(process.env.RECORDED, `${JSON.stringify(entry)}\n`);

nock.disableNetConnect();
nock("https://oauth2.googleapis.com")
  .persist()
  .post(/.*/)
  .reply(200, { access_token: "made up", expires_in: 3600, token_type: "Bearer" });
nock("https://script.googleapis.com")
  .persist()
  .get(/^\/v1\/projects\/[^/]+\/content/)
  .reply(200, { files: [] })
  .put(/^\/v1\/projects\/[^/]+\/content/)
  .reply(200, (path, body) => {
    record({ path, body });
    return body;
  });
