/** Waits for what the browser does in its own time: a frame to be painted, a sheet of styles to come. */

export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    // A hidden tab paints nothing and would wait for ever.
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}

export function loadStyles(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => reject(new Error(`${href} did not load.`)));
    document.head.append(link);
  });
}
