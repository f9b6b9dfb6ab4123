import { type Serial, serial } from "../../core/serial.ts";

/** Tells mutations apart. Of those in one scope only the last counts. */
export interface MutationKey {
  /** What it is about, e.g. a calendar. */
  scope: string;
  /** What is wanted of that. */
  key: string;
}

interface UnderWay {
  key: string;
  done: Promise<unknown>;
}

/** One thing at a time for each account, in the order in which it was asked for. Lost with the worker, on purpose. */
export class SerialQueue {
  /** Of accounts for which something is under way: how much, and what waits for that. */
  readonly #queues = new Map<string, { inTurn: Serial; length: number }>();
  /** The last mutation about each thing that is not over, by account and thing. */
  readonly #underWay = new Map<string, UnderWay>();

  /** Does `work` when all that was asked for before of this account is over, however that ended. */
  run<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(accountId) ?? { inTurn: serial(), length: 0 };
    this.#queues.set(accountId, queue);
    queue.length += 1;
    const done = queue.inTurn(work);
    const leave = () => {
      queue.length -= 1;
      if (queue.length === 0) this.#queues.delete(accountId);
    };
    done.then(leave, leave);
    return done;
  }

  /**
   * The same, but a second click gets the answer of the first: a mutation is done once, unless another one about the same thing
   * came between. Every `work` for one kind of mutation has to give the same kind of answer.
   */
  runOnce<T>(accountId: string, { scope, key }: MutationKey, work: () => Promise<T>): Promise<T> {
    const name = JSON.stringify([accountId, scope]);
    const underWay = this.#underWay.get(name);
    if (underWay?.key === key) return underWay.done as Promise<T>;
    const done = this.run(accountId, work).finally(() => {
      if (this.#underWay.get(name)?.done === done) this.#underWay.delete(name);
    });
    this.#underWay.set(name, { key: key, done });
    return done;
  }
}

/** Those of all actions. */
export const serialQueue = new SerialQueue();
