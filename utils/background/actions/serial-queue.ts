/** What is wanted, and of what: of one thing only the last mutation counts. */
export interface MutationKey {
  scope: string;
  key: string;
}

interface UnderWay {
  what: string;
  done: Promise<unknown>;
}

/** One thing at a time for each account, in the order in which it was asked for. Lost with the worker, on purpose. */
export class SerialQueue {
  readonly #last = new Map<string, Promise<unknown>>();
  /** The last mutation about each thing that is not over, by account and thing. */
  readonly #wishes = new Map<string, UnderWay>();

  /** Does `work` when all that was asked for before of this account is over, however that ended. */
  run<T>(accountId: string, work: () => Promise<T>): Promise<T> {
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

  /**
   * The same, but a second click gets the answer of the first: a mutation is done once, unless another one about the same thing
   * came between. Every `work` for one kind of mutation has to give the same kind of answer.
   */
  runOnce<T>(accountId: string, { scope, key }: MutationKey, work: () => Promise<T>): Promise<T> {
    const name = JSON.stringify([accountId, scope]);
    const underWay = this.#wishes.get(name);
    if (underWay?.what === key) return underWay.done as Promise<T>;
    const done = this.run(accountId, work).finally(() => {
      if (this.#wishes.get(name)?.done === done) this.#wishes.delete(name);
    });
    this.#wishes.set(name, { what: key, done });
    return done;
  }
}

/** Those of all actions. */
export const serialQueue = new SerialQueue();
