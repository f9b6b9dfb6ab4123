import { expect, test } from "vitest";
import { type Graph, knots } from "./graph.ts";

const graph = (edges: Record<string, string[]>): Graph =>
  new Map(Object.entries(edges).map(([node, targets]) => [node, new Set(targets)]));

test("what leads one way only has no cycle, also where ways meet again", () => {
  expect(knots(graph({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }))).toEqual([]);
});

test("a knot has all that lead to each other, nothing before or behind it, and a shortest way around", () => {
  const found = knots(graph({ before: ["a"], a: ["b"], b: ["c", "a"], c: ["a", "behind"], behind: [] }));
  expect(found).toEqual([{ members: ["a", "b", "c"], cycle: ["a", "b", "a"] }]);
});

test("what leads to itself is a knot of one", () => {
  expect(knots(graph({ a: ["a"], b: ["a"] }))).toEqual([{ members: ["a"], cycle: ["a", "a"] }]);
});

test("several knots are told apart, the largest first", () => {
  const found = knots(graph({ a: ["b"], b: ["a", "c"], c: ["d"], d: ["e"], e: ["c"] }));
  expect(found.map(({ members }) => members)).toEqual([
    ["c", "d", "e"],
    ["a", "b"],
  ]);
});
