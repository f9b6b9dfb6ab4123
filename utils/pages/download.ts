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
