/** Copies what a field holds: by the clipboard, else by the browser's old command, else the text stays selected. */

/** False where the text is selected and the user has to copy it. */
export async function copyField(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Frames of hosts and pages without a secure address have no clipboard.
    field.focus();
    field.select();
    try {
      return field.ownerDocument.execCommand("copy");
    } catch {
      return false;
    }
  }
}
