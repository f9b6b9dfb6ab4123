import { expect, it } from "vitest";
import { stepsOf } from "../stage/steps.ts";

it("a step that fails is named before the reason, in the same error", async () => {
  const error = new Error("5 is not 4");
  const failing = stepsOf()("counts on the badge", () => Promise.reject(error));
  await expect(failing).rejects.toBe(error);
  expect(error.message).toBe('step "counts on the badge": 5 is not 4');
  expect(error.stack).toContain(error.message);
  await expect(stepsOf()("says why", () => Promise.reject("no reason"))).rejects.toThrow(
    'step "says why": no reason',
  );
});

it("what is to be done before each step is done before those that follow, and its end after it", async () => {
  const done: string[] = [];
  const step = stepsOf();
  expect(step.latest()).toBeNull();
  await step("first", () => done.push("first"));
  step.beforeEach(async () => {
    done.push("open");
    return () => done.push("close");
  });
  await step("second", () => done.push("second"));
  await step("third", () => Promise.reject(new Error("broken"))).catch(() => done.push("failed"));
  expect(done).toEqual(["first", "open", "second", "close", "open", "failed"]);
  expect(step.latest()).toBe("third");
});
