import { describe, expect, test } from "vitest";
import { deferred } from "../../tests/support/unit/deferred.ts";
import { coalesced, serial } from "./serial.ts";

/** Work that is written down when it begins and when it ends, which it does when told to. */
function jobs() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (name: string) => async () => {
    log.push(`${name} begins`);
    const { promise, resolve } = deferred<void>();
    ends.set(name, resolve);
    await promise;
    log.push(`${name} ends`);
    return name;
  };
  return { log, job, end: (name: string) => ends.get(name)?.() };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("one thing at a time", () => {
  test("what is asked for at once is done in that order, each when the one before is over", async () => {
    const inTurn = serial();
    const { log, job, end } = jobs();
    const all = [inTurn(job("one")), inTurn(job("two")), inTurn(job("three"))];
    await settled();
    expect(log).toEqual(["one begins"]);
    end("one");
    await settled();
    expect(log).toEqual(["one begins", "one ends", "two begins"]);
    end("two");
    await settled();
    end("three");
    expect(await Promise.all(all)).toEqual(["one", "two", "three"]);
    expect(log.slice(3)).toEqual(["two ends", "three begins", "three ends"]);
  });

  test("what fails is told to who asked for it, and the next is done all the same", async () => {
    const inTurn = serial();
    const rejected = inTurn(() => Promise.reject(new Error("rejected")));
    const thrown = inTurn(() => {
      throw new Error("thrown");
    });
    const next = inTurn(async () => "done");
    await expect(rejected).rejects.toThrow("rejected");
    await expect(thrown).rejects.toThrow("thrown");
    expect(await next).toBe("done");
  });

  test("it waits only for its own", async () => {
    const { log, job } = jobs();
    void serial()(job("one"));
    void serial()(job("other"));
    await settled();
    expect(log).toEqual(["one begins", "other begins"]);
  });
});

describe("calls that share a run", () => {
  /** @returns how often it was begun, and what ends the run that is under way */
  function counted() {
    const runs: ((end: "well" | "badly") => void)[] = [];
    const call = coalesced(async () => {
      const number = runs.length + 1;
      const { promise, resolve } = deferred<"well" | "badly">();
      runs.push(resolve);
      if ((await promise) === "badly") throw new Error(`run ${number} failed`);
      return number;
    });
    return { runs, call };
  }

  test("are those that come while one is under way, and no others", async () => {
    const { runs, call } = counted();
    const first = call();
    await settled();
    const shared = [call(), call(), call()];
    await settled();
    expect(runs).toHaveLength(1);
    runs[0]?.("well");
    expect(await first).toBe(1);
    await settled();
    const later = call();
    runs[1]?.("well");
    expect(await Promise.all(shared)).toEqual([2, 2, 2]);
    await settled();
    runs[2]?.("well");
    expect(await later).toBe(3);
    expect(runs).toHaveLength(3);
  });

  test("are all told when it fails, and the next call begins anew", async () => {
    const { runs, call } = counted();
    const shared = [call(), call()];
    await settled();
    runs[0]?.("badly");
    const ends = await Promise.allSettled(shared);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const next = call();
    await settled();
    runs[1]?.("well");
    expect(await next).toBe(2);
  });
});
