/** What is under way, by account. Lost with the worker, on purpose: nothing then believes that a check still runs. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, { landed: Promise<T>; stop: AbortController }>();

  /** Starts `work`, or joins what is already under way for this account. */
  run(accountId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const underWay = this.#flights.get(accountId);
    if (underWay) return underWay.landed;
    const stop = new AbortController();
    const landed = work(stop.signal).finally(() => this.#end(accountId, stop));
    this.#flights.set(accountId, { landed, stop });
    return landed;
  }

  isUnderWay(accountId: string): boolean {
    return this.#flights.has(accountId);
  }

  /** Ends what is under way: the account is not any more what it was started for. The next one starts afresh. */
  abandon(accountId: string): void {
    this.#flights.get(accountId)?.stop.abort();
    this.#flights.delete(accountId);
  }

  #end(accountId: string, stop: AbortController): void {
    if (this.#flights.get(accountId)?.stop === stop) this.#flights.delete(accountId);
  }
}
