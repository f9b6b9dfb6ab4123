import { expect, test } from "vitest";
import { PARTS, partOf, partsWith } from "./parts.ts";

test("each part has a hash of its own", () => {
  expect(PARTS.map((part) => partOf(`#${part}`))).toEqual([...PARTS]);
});

test.each(["", "#", "#problem=1", "history", "#History"])(
  "without one that there is, it is the first: %j",
  (hash) => {
    expect(partOf(hash)).toBe("accounts");
  },
);

test("there is no history before there is an account", () => {
  expect(partsWith(0)).toEqual(["accounts", "alerts", "help"]);
  expect(partsWith(1)).toContain("history");
});
