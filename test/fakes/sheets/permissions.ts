/** What a script may call: by the scopes of its manifest, and by what started it. */

import { ServiceError } from "./strict.ts";
import type { Mode } from "./world.ts";

/** Throws as Google does where the call is not allowed. */
export function refuseMode(
  world: { readonly scopes: ReadonlySet<string>; readonly mode: Mode },
  name: string,
  member: string,
): void {
  const call = `${name}.${member}`;
  const need = (scope: string) => {
    if (world.scopes.has(`https://www.googleapis.com/auth/${scope}`)) return;
    throw new ServiceError(
      `Specified permissions are not sufficient to call ${call}. Required permissions: https://www.googleapis.com/auth/${scope}`,
    );
  };
  if (call === "SpreadsheetApp.getUi" || name === "Ui" || name === "HtmlService") {
    if (member !== "showSidebar") return;
    if (world.mode !== "FULL") {
      throw new ServiceError(`You do not have permission to call ${call}`);
    }
    need("script.container.ui");
    return;
  }
  if (world.mode === "NONE") throw new ServiceError(`You do not have permission to call ${call}`);
  if (name === "MailApp") {
    if (world.mode !== "FULL") {
      throw new ServiceError(`You do not have permission to call ${call}`);
    }
    need("script.send_mail");
  } else if (name === "Session") {
    // A simple trigger does not learn who it runs for.
    if (world.mode !== "FULL") {
      throw new ServiceError(`You do not have permission to call ${call}`);
    }
    need("userinfo.email");
  } else if (name === "User" || name === "ScriptApp") {
    return;
  } else if (name !== "LockService" && name !== "Lock" && name !== "Utilities") {
    if (name.startsWith("Properties")) return;
    need("spreadsheets.currentonly");
  }
}
