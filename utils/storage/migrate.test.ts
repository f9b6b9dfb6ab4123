import { describe, expect, test, vi } from "vitest";
import { secondSettings, thirdSettings } from "../../tests/support/unit/later-versions.ts";
import { checksOf, historyOf, keyOf, statusOf } from "../core/model/records.ts";
import { decode } from "./decode.ts";
import { kindOf } from "./record-kinds.ts";
import { VERSIONS, versionOf } from "./versions.ts";

const FIRST = Object.freeze({
  version: 1,
  intervalMinutes: 10,
  countingLevel: "error",
  added: Object.freeze({ by: ["a later minor change"] }),
});
const { intervalMinutes: _, ...REST } = FIRST;
const SECOND = { ...REST, version: 2, interval: { minutes: 10 } };
const THIRD = { ...REST, version: 3, seconds: 600 };

describe("a record of an earlier version", () => {
  test("is read in the shape of the present one, with all that it has", () => {
    expect(decode(FIRST, secondSettings)).toEqual({ kind: "ok", value: SECOND });
  });

  test.each([FIRST, SECOND, THIRD])("takes the steps that are left from its own: $version", (record) => {
    expect(decode(record, thirdSettings)).toEqual({ kind: "ok", value: THIRD });
  });

  test("is damaged if it does not fit even then, and what is saved of it has the present shape", () => {
    expect(decode({ ...FIRST, countingLevel: 7 }, secondSettings)).toEqual({
      kind: "damaged",
      saved: { version: 2, interval: { minutes: 10 }, countingLevel: "notice" },
    });
  });

  test("is damaged if a step can make no sense of it", () => {
    const salvage = vi.spyOn(secondSettings, "salvage");
    const raw = { ...FIRST, intervalMinutes: "?" };
    expect(decode(raw, secondSettings)).toEqual({ kind: "damaged", saved: null });
    expect(salvage).toHaveBeenCalledWith(raw);
  });

  test("is damaged if a step is missing, and goes on to no later one", () => {
    const third = { ...thirdSettings, migrations: { 3: () => THIRD } };
    expect(decode(SECOND, third)).toEqual({ kind: "ok", value: THIRD });
    expect(decode(FIRST, third)).toEqual({ kind: "damaged", saved: null });
  });
});

test.each([0, -1, 1.5, 42.5, Number.POSITIVE_INFINITY, Number.NaN, "1", null])(
  "a version that there never was is damaged: %j",
  (version) => {
    expect(decode({ ...FIRST, version }, secondSettings)).toEqual({ kind: "damaged", saved: null });
  },
);

test("a record of a later version is not touched, however many there were", () => {
  expect(decode({ ...FIRST, version: 4 }, thirdSettings)).toEqual({ kind: "newer" });
});

test.each(["accounts", "settings", "policy", statusOf("a1"), historyOf("a1"), checksOf("a1"), keyOf("a1")])(
  "every version of a record can be brought up to the present one: %s",
  (name) => {
    const kind = kindOf(name);
    expect(kind?.version).toBe(versionOf(name));
    const later = Array.from({ length: versionOf(name) - 1 }, (_, index) => String(index + 2));
    expect(Object.keys(kind?.migrations ?? {})).toEqual(later);
  },
);

test("what is no record has no version", () => {
  expect(["unstored", "damaged:settings:1", "constructor", ""].map(versionOf)).toEqual([0, 0, 0, 0]);
  expect(Object.keys(VERSIONS)).toHaveLength(7);
});
