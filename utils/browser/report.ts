/**
 * Says on the console that something failed which the person is not told of. Nothing but the error's own words: what was
 * handled at that moment could be a key. A development build adds the error itself, with its stack and cause.
 */
export function report(what: string, error: unknown): void {
  if (import.meta.env.MODE === "development") {
    console.error(`${what}:`, error);
    return;
  }
  const words = error instanceof Error ? `${error.name}: ${error.message}` : "unknown error";
  console.error(`${what}: ${words}`);
}
