/** More than any settings file has, and what a message to the worker may carry. */
export const LARGEST_FILE_BYTES = 100_000;

/** The text of a file that the person has chosen; null when it is too large or can't be read. */
export async function readFile(file: Blob): Promise<string | null> {
  if (file.size > LARGEST_FILE_BYTES) return null;
  return file.text().catch(() => null);
}
