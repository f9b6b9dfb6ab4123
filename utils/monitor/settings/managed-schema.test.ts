import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parsePolicy } from "./parse-policy.ts";

interface Schema {
  type: "object";
  properties: Record<string, { title: string; description: string; type: string; enum?: unknown[] }>;
}

const schema = JSON.parse(readFileSync("public/managed_schema.json", "utf8")) as Schema;
const EXAMPLES: Record<string, unknown[]> = {
  apiUrl: ["https://cal.example.org"],
  webUrl: ["https://app.example.org"],
  notifications: [true, false],
};

test("the schema is one that Chrome takes: an object whose values have one type each", () => {
  expect(Object.keys(schema)).toEqual(["type", "properties"]);
  for (const value of Object.values(schema.properties)) {
    expect(value).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    expect(["string", "integer", "boolean"]).toContain(value.type);
  }
});

test("whatever the schema offers is in force, and the schema offers all that can be", () => {
  const names = Object.keys(schema.properties);
  expect(names).toHaveLength(5);
  for (const name of names) {
    const values = schema.properties[name]?.enum ?? EXAMPLES[name] ?? [];
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(parsePolicy({ [name]: value }).policy).toEqual({ [name]: value });
  }
});
