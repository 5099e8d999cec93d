/** Sentences of the page that offers a file for saving. */

export const SAVE_TEXT = {
  save: "Save this file",
  explained:
    "Excel cannot save this file here, so it opened this page. The file is in the page’s own address; nothing was sent anywhere.",
} as const;
