import { beforeEach, expect, test, vi } from "vitest";
import {
  aWorld,
  DANA,
  emptyOutbox,
  findings,
  isSelected,
  outbox,
  storedState,
} from "../../../tests/support/unit/action-world.ts";
import { CHANGES } from "../../../tests/support/unit/actions.ts";
import { holdAnswer } from "../../../tests/support/unit/hold-answer.ts";
import { MINUTE, storedStatus } from "../../../tests/support/unit/world.ts";

const SOON = 30_000;

beforeEach(() => {
  vi.resetModules();
});

/** An action in a worker of its own, which never gets its answer: the next one remembers nothing of it. */
async function begin(name: string): Promise<void> {
  const { CHANGES: ownChanges } = await import("../../../tests/support/unit/actions.ts");
  void ownChanges.find((change) => change.name === name)?.run();
}

/** The alarm wakes another worker. */
async function wake(): Promise<void> {
  vi.resetModules();
  const { checkOnTrigger } = await import("../checks/check-in-turn.ts");
  await checkOnTrigger("alarm");
}

const lost = async () => (await findings()).filter((one) => /selection-lost|destination-changed/.test(one));

test.each(CHANGES)("leaves to the next one what Cal.com made of it: $name", async (change) => {
  const world = await aWorld();
  await change.prepare?.(world);
  await emptyOutbox();
  const before = await lost();
  const held = holdAnswer(change.path);
  await begin(change.name);
  await held.arrived;
  expect(await change.isDone()).toBe(false);
  expect((await storedStatus()).nextCheckAt).toBe(Date.now() + SOON);
  expect(await lost()).toEqual(before);

  vi.setSystemTime(Date.now() + SOON);
  await wake();
  expect(await change.isDone()).toBe(true);
  expect(await lost()).toEqual([]);
  expect((await storedState()).pending).toEqual([]);
  expect(await outbox()).toEqual([]);
});

test("leaves the old state where Cal.com never heard of it, and nobody else's change passes for the person's", async () => {
  const world = await aWorld();
  vi.spyOn(globalThis, "fetch").mockImplementationOnce(() => new Promise(() => {}));
  await begin("unselect");
  await vi.waitFor(async () => expect((await storedState()).pending).toHaveLength(1));
  vi.setSystemTime(Date.now() + SOON);
  await wake();
  expect(await isSelected(DANA)).toBe(true);
  expect((await storedState()).pending).toEqual([]);

  world.cal.control({ action: "unselect", externalId: DANA.externalId, credentialId: 135 });
  for (const minutes of [60, 5]) {
    vi.setSystemTime(Date.now() + minutes * MINUTE);
    await wake();
  }
  expect(await findings()).toContain("selection-lost!");
});
