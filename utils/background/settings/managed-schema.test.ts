import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parsePolicy } from "./parse-policy.ts";

interface Schema {
  type: "object";
  properties: Record<string, { title: string; description: string; type: string }>;
}

const schema = JSON.parse(readFileSync("public/managed_schema.json", "utf8")) as Schema;
const EXAMPLES: Record<string, unknown[]> = {
  apiUrl: ["https://cal.example.org"],
  webUrl: ["https://app.example.org"],
  intervalMinutes: [10, 15, 30, 60, 120, 240],
  notifications: [true, false],
  countingLevel: ["notice", "warning", "error"],
};

test("the schema is one that Chrome takes: an object whose values have one type each", () => {
  expect(Object.keys(schema)).toEqual(["type", "properties"]);
  for (const value of Object.values(schema.properties)) {
    expect(value).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    expect(["string", "number", "boolean"]).toContain(value.type);
  }
});

test("Chrome hands over values that do not fit, so that they can be named: the schema lists none that do", () => {
  for (const value of Object.values(schema.properties)) {
    expect(Object.keys(value).sort()).toEqual(["description", "title", "type"]);
  }
  expect(parsePolicy({ intervalMinutes: 45, countingLevel: "all" }).ignored).toEqual([
    "countingLevel",
    "intervalMinutes",
  ]);
});

test("whatever the schema offers is in force, and the schema offers all that can be", () => {
  const names = Object.keys(schema.properties);
  expect(names).toHaveLength(5);
  for (const name of names) {
    const values = EXAMPLES[name] ?? [];
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(parsePolicy({ [name]: value }).policy).toEqual({ [name]: value });
  }
});
