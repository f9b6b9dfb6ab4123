import { vi } from "vitest";
import { deferred } from "./deferred.ts";

/** As it is without any spy. */
export const network = globalThis.fetch;

/** Holds the next answer of a route back until it is let go; Cal.com has done its part by then. */
export function holdAnswer(path: string) {
  const arrived = deferred<void>();
  const release = deferred<void>();
  const spy = vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
    if (!String(url).split("?")[0]?.endsWith(path)) return network(url, init);
    spy.mockImplementation(network);
    const answer = await network(url, init);
    arrived.resolve();
    await release.promise;
    return answer;
  });
  return { arrived: arrived.promise, letGo: () => release.resolve() };
}
