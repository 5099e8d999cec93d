/** The page around the task pane, as Excel on the web is: Microsoft's own messages, our host, a sheet to look at. */

import { ExcelHost } from "./host.ts";
import { type Window as SheetWindow, tableOf } from "./view.ts";
import type { WireEvent } from "./wire.ts";

const ADDIN_ORIGIN = "https://localhost:3000";
const RICH_API = 93;
/** Opens the document as a file, and gives a piece of it. */
const OPEN_FILE = 77;
const FILE_SLICE = 80;
const SLICE_BYTES = 4_194_304;

type Done = (answer: unknown) => void;

interface Call {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData: { readonly 4: string };
}

interface EndPoint {
  registerConversation(id: string, url: string, domains: readonly string[]): void;
  registerMethod(
    name: string,
    method: (params: never, done: Done) => void,
    type: number,
    isBlocking: boolean,
  ): void;
  registerEvent(
    name: string,
    on: (send: (event: unknown) => void) => unknown,
    off: () => unknown,
  ): void;
}

/** Of the library, only the end of the conversation that Excel holds. */
declare const Microsoft: {
  Office: {
    Common: {
      InvokeType: { async: number };
      XdmCommunicationManager: { createServiceEndPoint(id: string): EndPoint };
    };
  };
};

export interface ExcelTest {
  readonly host: ExcelHost;
  /** What Excel hands over as the document's file. */
  file: readonly number[];
  /** Draws a sheet beside the pane. */
  draw(sheet: string, window: SheetWindow): void;
}

declare global {
  interface Window {
    excelTest: ExcelTest;
  }
}

function open(): void {
  const query = new URLSearchParams(window.location.search);
  const set = query.get("set") ?? "1.9";
  const page = query.get("page") ?? "taskpane.html";
  const host = new ExcelHost({ set, platform: "OfficeOnline" });
  const { InvokeType, XdmCommunicationManager } = Microsoft.Office.Common;
  const end = XdmCommunicationManager.createServiceEndPoint("excel");
  const url = `${ADDIN_ORIGIN}/${page}`;
  end.registerConversation("conversation", url, [ADDIN_ORIGIN]);
  end.registerMethod(
    "ContextActivationManager_getAppContextAsync",
    (_params, done) => done(appContext(set)),
    InvokeType.async,
    false,
  );
  end.registerMethod(
    "ContextActivationManager_notifyHost",
    (_params, done) => done({}),
    InvokeType.async,
    false,
  );
  end.registerMethod(
    "executeMethod",
    (params: Readonly<Record<number, number>> & Call, done) => {
      const id = params.DdaMethod.DispatchId;
      const { file } = window.excelTest;
      if (id === RICH_API) {
        done({ Version: 1, Error: 0, Data: [200, [], host.answer(params.ArrayData[4])] });
      } else if (id === OPEN_FILE) {
        done({ Version: 1, Error: 0, 0: "file", 1: file.length });
      } else if (id === FILE_SLICE) {
        const from = (params[3] ?? 0) * SLICE_BYTES;
        const slice = file.slice(from, from + SLICE_BYTES);
        done({ Version: 1, Error: 0, 0: slice, 1: slice.length });
      } else {
        done({ Version: 1, Error: 0 });
      }
    },
    InvokeType.async,
    false,
  );
  let send: ((event: unknown) => void) | null = null;
  end.registerEvent(
    "richApiMessage",
    (sender) => {
      send = sender;
      return { Error: 0 };
    },
    () => ({ Error: 0 }),
  );
  host.emit = (event: WireEvent) =>
    send?.({
      ArrayData: [
        [event.messageCategory, event.messageType, event.targetId, event.message, 1, false],
      ],
    });
  window.excelTest = {
    host,
    file: [],
    draw: (name, view) => {
      const sheet = host.book.sheetNamed(name);
      if (sheet) document.getElementById("sheet")?.replaceChildren(tableOf(host.book, sheet, view));
    },
  };
  const frame = document.createElement("iframe");
  frame.name = "pane";
  const info = encodeURIComponent("Excel$Web$16.00$en-US$corr$$$0");
  const xdm = encodeURIComponent(`conversation|app|${window.location.href}`);
  frame.src = `${url}${page.includes("?") ? "&" : "?"}_host_Info=${info}#&_xdm_Info=${xdm}&_serializer_version=1`;
  document.getElementById("pane")?.append(frame);
}

const appContext = (set: string): object => ({
  _id: "app",
  _appName: 16,
  _appVersion: "16.00",
  _appUILocale: "en-US",
  _dataLocale: "en-US",
  _docUrl: "https://contoso.sharepoint.com/checklist.xlsx",
  _clientMode: 1,
  _settings: {},
  _reason: "inserted",
  _osfControlType: 1,
  _eToken: "",
  _correlationId: "correlation",
  _appInstanceId: "app",
  _appMinorVersion: 1,
  _hostFullVersion: "16.0.18000.1",
  _clientWindowHeight: 600,
  _clientWindowWidth: 350,
  _requirementMatrix: JSON.stringify({
    ExcelApi: Number(set),
    File: 1.1,
    CompressedFile: 1.1,
    RichApiRuntime: 1.1,
    DialogApi: 1.1,
  }),
});

open();
