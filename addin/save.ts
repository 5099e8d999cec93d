/** The page that offers a small file, which came with its own address, for saving. */

import { fileIn } from "./parcel.ts";
import { SAVE_TEXT } from "./words-save.ts";

function show(): void {
  const main = document.querySelector("main");
  const file = fileIn(window.location.hash);
  if (!main || !file) return;
  const { name, type, bytes } = file;
  const title = document.createElement("h1");
  title.textContent = name;
  const explained = document.createElement("p");
  explained.textContent = SAVE_TEXT.explained;
  const link = document.createElement("a");
  link.textContent = SAVE_TEXT.save;
  link.download = name;
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  main.replaceChildren(title, explained, link);
}

show();
// The browser may open the next file where this page is shown already.
window.addEventListener("hashchange", show);
