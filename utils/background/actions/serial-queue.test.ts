import { expect, test } from "vitest";
import { deferred } from "../../../tests/support/unit/deferred.ts";
import { SerialQueue } from "./serial-queue.ts";

const ON = { scope: "c", key: "on" };
const OFF = { scope: "c", key: "off" };

/** Work that is written down when it begins, and ends when told to. */
function jobs() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (name: string) => async () => {
    begun.push(name);
    const { promise, resolve } = deferred<string>();
    ends.set(name, () => resolve(name));
    return promise;
  };
  return { begun, job, end: (name: string) => ends.get(name)?.() };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test("one account's actions are done one after the other, and another account's meanwhile", async () => {
  const turns = new SerialQueue();
  const { begun, job, end } = jobs();
  const first = turns.run("a1", job("first"));
  const second = turns.run("a1", job("second"));
  void turns.run("a2", job("other"));
  await settled();
  expect(begun).toEqual(["first", "other"]);
  end("first");
  expect(await first).toBe("first");
  await settled();
  expect(begun).toEqual(["first", "other", "second"]);
  end("second");
  expect(await second).toBe("second");
});

test("what comes when one is over and the next is under way waits for that one", async () => {
  const turns = new SerialQueue();
  const { begun, job, end } = jobs();
  const first = turns.run("a1", job("first"));
  void turns.run("a1", job("second"));
  await settled();
  end("first");
  await first;
  await settled();
  void turns.run("a1", job("third"));
  await settled();
  expect(begun).toEqual(["first", "second"]);
  end("second");
  await settled();
  expect(begun).toEqual(["first", "second", "third"]);
});

test("one that fails does not keep the next one from being done", async () => {
  const turns = new SerialQueue();
  const failed = turns.run("a1", () => Promise.reject(new Error("no")));
  const next = turns.run("a1", async () => "done");
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("done");
});

test("a second click gets the answer of the first, whether that is under way or waits", async () => {
  const turns = new SerialQueue();
  const { begun, job, end } = jobs();
  void turns.run("a1", job("before"));
  const first = turns.runOnce("a1", ON, job("on"));
  const second = turns.runOnce("a1", ON, job("again"));
  expect(second).toBe(first);
  await settled();
  end("before");
  await settled();
  expect(turns.runOnce("a1", ON, job("once more"))).toBe(first);
  end("on");
  expect(await second).toBe("on");
  expect(begun).toEqual(["before", "on"]);
});

test("on, off and on again ends with on", async () => {
  const turns = new SerialQueue();
  const order: string[] = [];
  const write = (name: string) => async () => void order.push(name);
  await Promise.all([
    turns.runOnce("a1", ON, write("on")),
    turns.runOnce("a1", OFF, write("off")),
    turns.runOnce("a1", ON, write("on again")),
  ]);
  expect(order).toEqual(["on", "off", "on again"]);
});

test("what is over is done anew, and the same thing of another account is another thing", async () => {
  const turns = new SerialQueue();
  const order: string[] = [];
  const write = (name: string) => async () => void order.push(name);
  await turns.runOnce("a1", ON, write("first"));
  await Promise.all([turns.runOnce("a1", ON, write("second")), turns.runOnce("a2", ON, write("other"))]);
  expect(order.sort()).toEqual(["first", "other", "second"]);
});
