/** Something with processes and folders of its own, which can be used again. */
interface Reusable {
  /** What has to be alike for the next one. */
  like: string;
  /** Quits, and leaves nothing behind. */
  quit(): Promise<void>;
  /** The same at once, for the end of this process. */
  kill(): void;
}

/** One browser at most: the next story takes it, or none does. */
let kept: Reusable | null = null;

/**
 * The browser that was kept, where it is like this; otherwise it is quit, since no more than one is to be idle.
 * @returns null when none was kept, or another one
 */
export async function takeKept<R extends Reusable>(like: string): Promise<R | null> {
  const found = kept;
  kept = null;
  if (found === null) return null;
  // Safe: what is alike was made by the same launch.
  if (found.like === like) return found as R;
  await found.quit();
  return null;
}

/** Leaves a browser to the next launch of this process, and ends it with this process. */
export async function keep(reusable: Reusable): Promise<void> {
  await kept?.quit();
  kept = reusable;
  if (process.listeners("exit").includes(killKept)) return;
  process.on("exit", killKept);
  // A worker of the test runner is told to go by this signal, and would go without the above.
  process.once("SIGTERM", () => process.exit(143));
}

function killKept(): void {
  kept?.kill();
}
