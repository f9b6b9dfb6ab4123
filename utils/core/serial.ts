/** Does `work` when all that it was given before is over, however that ended. Settles as `work` does. */
export type Serial = <T>(work: () => Promise<T>) => Promise<T>;

/** One thing at a time, in the order in which it is asked for. Lost with the worker, on purpose. */
export function serial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}

/**
 * One run of `work` at a time. Calls that come while one is under way share the next, so that the last run began after the
 * last call.
 */
export function coalesced<T>(work: () => Promise<T>): () => Promise<T> {
  const inTurn = serial();
  let next: Promise<T> | null = null;
  return () => {
    next ??= inTurn(() => {
      next = null;
      return work();
    });
    return next;
  };
}
