import { expect, test } from "vitest";
import { nextStop, type Way, wayOf } from "./next-stop.ts";

const ROWS = [["more 1", "switch 1"], ["more 2"], ["more 3", "switch 3"]];

function from(stop: string, way: Way): string | null {
  const row = ROWS.find((stops) => stops.includes(stop)) ?? [];
  return nextStop(ROWS, (stops) => stops, { row, stop }, way);
}

test("up and down lead to the like of it, or to what the other row has", () => {
  expect(from("more 1", "down")).toBe("more 2");
  expect(from("switch 1", "down")).toBe("more 2");
  expect(from("more 3", "up")).toBe("more 2");
  expect(from("switch 3", "first")).toBe("switch 1");
  expect(from("switch 1", "last")).toBe("switch 3");
});

test("left and right stay in the row", () => {
  expect(from("more 1", "after")).toBe("switch 1");
  expect(from("switch 1", "before")).toBe("more 1");
  expect(from("switch 1", "after")).toBeNull();
  expect(from("more 2", "before")).toBeNull();
});

test("beyond the first and the last row there is nothing", () => {
  expect(from("more 1", "up")).toBeNull();
  expect(from("more 3", "down")).toBeNull();
});

test("of many rows only those that are asked about are looked at", () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => row);
  const looked = new Set<number>();
  const stopsOf = (row: number) => {
    looked.add(row);
    return [`stop ${row}`];
  };
  expect(nextStop(rows, stopsOf, { row: 5_000, stop: "stop 5000" }, "down")).toBe("stop 5001");
  expect([...looked]).toEqual([5_000, 5_001]);
});

test("where lines are read from right to left, right is before", () => {
  expect([wayOf("ArrowRight", false), wayOf("ArrowRight", true)]).toEqual(["after", "before"]);
  expect([wayOf("ArrowLeft", false), wayOf("ArrowLeft", true)]).toEqual(["before", "after"]);
  expect([wayOf("Home", true), wayOf("a", false)]).toEqual(["first", null]);
});
