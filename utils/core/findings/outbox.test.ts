import { expect, test } from "vitest";
import type { Notice } from "../model/changes.ts";
import type { Outbox } from "../model/records.ts";
import { DAY } from "../time.ts";
import { appendToOutbox, freshAutomatic } from "./outbox.ts";

const notice = (kind: Notice["kind"], recovered = false): Notice => ({
  kind,
  subject: { type: "account" },
  level: "error",
  recovered,
});

test("a check that is no news leaves the outbox as it is", () => {
  const outbox = { at: 1, notices: [notice("no-connections")], automatic: [] };
  expect(appendToOutbox(outbox, [], 2)).toBe(outbox);
  expect(appendToOutbox(null, [], 2)).toBeNull();
});

test("news are to be told, with what an earlier check left in the outbox of something else", () => {
  expect(appendToOutbox(null, [notice("no-connections")], 2)).toEqual({
    at: 2,
    notices: [notice("no-connections")],
    automatic: [],
  });
  const outbox = { at: 1, notices: [notice("no-connections"), notice("nothing-selected")], automatic: [] };
  expect(appendToOutbox(outbox, [notice("key-rejected")], 2)).toEqual({
    at: 2,
    notices: [notice("key-rejected"), notice("no-connections"), notice("nothing-selected")],
    automatic: [],
  });
});

test("a break that nobody was told of stays beside its recovery, until it breaks again", () => {
  const [broken, recovered] = [notice("no-connections"), notice("no-connections", true)];
  const both = appendToOutbox({ at: 1, notices: [broken], automatic: [] }, [recovered], 2);
  expect(both).toEqual({ at: 2, notices: [recovered, broken], automatic: [] });
  expect(appendToOutbox(both, [broken], 3)).toEqual({ at: 3, notices: [broken], automatic: [] });
  expect(appendToOutbox({ at: 1, notices: [recovered], automatic: [] }, [recovered], 2)?.notices).toEqual([
    recovered,
  ]);
});

test("a recovery that is older than any break says that the one before was told, and stays however often it breaks", () => {
  const [broken, recovered] = [notice("no-connections"), notice("no-connections", true)];
  const inTurn = (...checks: Notice[]) =>
    checks.reduce<Outbox | null>((outbox, one, at) => appendToOutbox(outbox, [one], at), null)?.notices;
  expect(inTurn(recovered, broken)).toEqual([broken, recovered]);
  expect(inTurn(recovered, broken, recovered)).toEqual([recovered, broken, recovered]);
  expect(inTurn(recovered, broken, recovered, broken)).toEqual([broken, recovered]);
  expect(inTurn(recovered, broken, recovered, broken, recovered)).toEqual([recovered, broken, recovered]);
  expect(inTurn(broken, recovered, broken, recovered, broken, recovered)).toEqual([recovered, broken]);
});

test("what was put back by itself is worth telling for a day, and stays with what is found after it", () => {
  const automatic: Outbox["automatic"] = [{ what: "everything", name: null }];
  const outbox = { at: 1, notices: [], automatic };
  expect(freshAutomatic(outbox, 1 + DAY)).toEqual(automatic);
  expect(freshAutomatic(outbox, 2 + DAY)).toEqual([]);
  expect(appendToOutbox(outbox, [notice("no-connections")], 2)).toEqual({
    at: 2,
    notices: [notice("no-connections")],
    automatic,
  });
});
