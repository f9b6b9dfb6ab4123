import { expect, test } from "vitest";
import type { Notice } from "./changes.ts";
import { untoldAfter } from "./outbox.ts";

const notice = (kind: Notice["kind"], recovered = false): Notice => ({
  kind,
  subject: { type: "account" },
  level: "error",
  recovered,
});

test("a check that is no news leaves what is untold as it is", () => {
  const untold = { at: 1, notices: [notice("no-connections")] };
  expect(untoldAfter(untold, [], 2)).toBe(untold);
  expect(untoldAfter(null, [], 2)).toBeNull();
});

test("news are to be told, with what an earlier check left untold of something else", () => {
  expect(untoldAfter(null, [notice("no-connections")], 2)).toEqual({
    at: 2,
    notices: [notice("no-connections")],
  });
  const untold = { at: 1, notices: [notice("no-connections"), notice("nothing-selected")] };
  expect(untoldAfter(untold, [notice("key-rejected")], 2)).toEqual({
    at: 2,
    notices: [notice("key-rejected"), notice("no-connections"), notice("nothing-selected")],
  });
});

test("a break that nobody was told of stays beside its recovery, until it breaks again", () => {
  const [broken, recovered] = [notice("no-connections"), notice("no-connections", true)];
  const both = untoldAfter({ at: 1, notices: [broken] }, [recovered], 2);
  expect(both).toEqual({ at: 2, notices: [recovered, broken] });
  expect(untoldAfter(both, [broken], 3)).toEqual({ at: 3, notices: [broken] });
  expect(untoldAfter({ at: 1, notices: [recovered] }, [recovered], 2)?.notices).toEqual([recovered]);
});
