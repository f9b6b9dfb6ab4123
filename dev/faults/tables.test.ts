import { expect, test } from "vitest";
import type { Line } from "../../tests/support/results.ts";
import { awaitTable, browsersOf, deathTable, faultTables, fuzzTable } from "./tables.ts";

const fault = (browser: string, group: string, name: string, held = true): Line => ({
  kind: "fault",
  browser,
  version: `${browser} 1`,
  group,
  name,
  held,
  count: 1,
});
const deaths = (browser: string, name: string, held: boolean): Line => ({
  ...fault(browser, "worker", name, held),
  kind: "deaths",
  count: 1_000,
  breaks: 70,
});

test("each group of faults has a table, and what did not hold stands out", () => {
  const lines = [
    fault("firefox", "network", "the network is gone", false),
    fault("chromium", "network", "the network is gone"),
    fault("chromium", "time", "a|b"),
  ];
  expect(faultTables(lines)).toBe(
    [
      "| faults that held | Chromium | Firefox |\n|---|---|---|",
      "| network | 1 of 1 | 0 of 1 |",
      "| time | 1 of 1 | 0 of 0 |",
      "| **all** | 2 of 2 | 0 of 1 |",
      "\n### Network\n",
      "| fault | Chromium | Firefox |\n|---|---|---|",
      "| the network is gone | held | **did not hold** |",
      "\n### Time\n",
      "| fault | Chromium | Firefox |\n|---|---|---|",
      "| a\\|b | held | – |",
    ].join("\n"),
  );
  expect([...browsersOf(lines).values()]).toEqual(["chromium 1", "firefox 1"]);
});

test("deaths are summed up for each browser, and one that did not hold is not lost among others", () => {
  const lines = [
    deaths("chromium", "seed 1", true),
    deaths("chromium", "seed 2", true),
    deaths("firefox", "seed 1", false),
    deaths("firefox", "seed 2", true),
  ];
  expect(deathTable(lines).split("\n").slice(2)).toEqual([
    "| Chromium | seed 1, seed 2 | 2,000 | 140 | held |",
    "| Firefox | seed 1, seed 2 | 2,000 | 140 | **did not hold** |",
  ]);
});

test("damaged answers are told with their seed", () => {
  const line = { ...fault("none", "bodies", "seed 1"), kind: "fuzz", count: 100_000 } as const;
  expect(fuzzTable([line]).split("\n").at(-1)).toBe("| seed 1 | 100,000 | held |");
});

test("the calls at which a worker was ended are summed up for each way of it", () => {
  const awaits = (group: string, held: boolean): Line => ({
    ...fault("none", group, "share", held),
    kind: "awaits",
    count: 40,
  });
  expect(awaitTable([awaits("before it", true), awaits("while it", true), awaits("while it", false)])).toBe(
    [
      "| the worker is ended | calls that were its last | outcome |\n|---|---|---|",
      "| before it | 40 | held |",
      "| while it | 80 | **did not hold** |",
    ].join("\n"),
  );
});
