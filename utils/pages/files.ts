/** Saves a text as a file, where the browser puts its downloads. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // WHY [later]: Firefox reads the address only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** More than any settings file has, and what a message to the worker may carry. */
export const LARGEST_FILE_BYTES = 100_000;

/** The text of a file that the person has chosen; null when it is too large or can't be read. */
export async function readFile(file: Blob): Promise<string | null> {
  if (file.size > LARGEST_FILE_BYTES) return null;
  return file.text().catch(() => null);
}
