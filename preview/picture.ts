/** The overview as a picture on the clipboard, for a mail or a slide. */

import { HostError } from "../core/workbook/port.ts";
import { PREVIEW_TEXT as TEXT } from "./words.ts";

/** A picture goes onto paper and slides, whatever ground its maker works on. */
const OTHER_GROUND = /prefers-color-scheme:\s*dark|forced-colors/;
/** Pixels of the picture a pixel of the screen: slides are shown large. */
const SHARPNESS = 2;

/**
 * Draws the board as it is on the screen, on white and without what is pressed, and copies it as PNG. Throws
 * `HostError` where the browser gives no clipboard for pictures. A browser draws HTML into a picture only by way of
 * SVG (https://developer.mozilla.org/en-US/docs/Web/SVG/Element/foreignObject).
 */
export async function copyBoard(board: HTMLElement): Promise<void> {
  if (typeof ClipboardItem === "undefined") throw new HostError(TEXT.noPicture);
  // Promised at the press: a browser gives the clipboard to nobody who comes later.
  const item = new ClipboardItem({ "image/png": drawn(board) });
  try {
    await navigator.clipboard.write([item]);
  } catch {
    throw new HostError(TEXT.noPicture);
  }
}

async function drawn(board: HTMLElement): Promise<Blob> {
  const [width, height] = [board.scrollWidth, board.scrollHeight];
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asSvg(board, width, height))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: width * SHARPNESS, height: height * SHARPNESS });
  const context = canvas.getContext("2d");
  if (!context) throw new HostError(TEXT.noPicture);
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(SHARPNESS, SHARPNESS);
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new HostError(TEXT.noPicture));
    }, "image/png");
  });
}

/** With the page's own styles, and inside the elements that they go by. A picture loads nothing from outside itself. */
function asSvg(board: HTMLElement, width: number, height: number): string {
  const copy = board.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return "";
  // Names that lead somewhere stay; what only says that it does goes.
  for (const pressed of copy.querySelectorAll(".button, .board-left .link")) pressed.remove();
  const styles = document.createElement("style");
  styles.textContent = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => !(rule instanceof CSSMediaRule && OTHER_GROUND.test(rule.conditionText)))
    .map((rule) => rule.cssText)
    .join("\n");
  const root = document.createElement("div");
  root.className = "msp-panel wide";
  root.setAttribute("style", `width:${width}px;height:${height}px;color-scheme:light`);
  root.append(styles, copy);
  const html = new XMLSerializer().serializeToString(root);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${html}</foreignObject></svg>`;
}
