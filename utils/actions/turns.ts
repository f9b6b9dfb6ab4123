/** One thing at a time for each account, in the order in which it was asked for. Lost with the worker, on purpose. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does `work` when all that was asked for before of this account is over, however that ended. */
  take<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(accountId) ?? Promise.resolve();
    const done = before.then(work, work);
    const settled = done
      .catch(() => {})
      .then(() => {
        if (this.#last.get(accountId) === settled) this.#last.delete(accountId);
      });
    this.#last.set(accountId, settled);
    return done;
  }
}
