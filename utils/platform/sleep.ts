/** @param ms well below the 30 s after which a browser ends a worker that does nothing */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
