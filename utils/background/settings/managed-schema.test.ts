import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { valuesOf } from "../../../tests/fixtures/settings.ts";
import { POLICY_NAMES } from "../../core/settings/records.ts";
import { SETTINGS_TABLE } from "../../core/settings/table.ts";
import { parsePolicy } from "./parse-policy.ts";

interface Schema {
  type: "object";
  properties: Record<string, { title: string; description: string; type: string }>;
}

const schema = JSON.parse(readFileSync("public/managed_schema.json", "utf8")) as Schema;
const [, documented = ""] = readFileSync("docs/policy.md", "utf8").split("## Values");
/** Name, type and description of each value in the table of the document. */
const ROWS = [...documented.matchAll(/^\| `(\w+)` \| (\w+) \| (.*) \|$/gm)].map(([, ...cells]) => cells);
const ADDRESSES = { apiUrl: "https://cal.example.org", webUrl: "https://app.example.org" };
const NAMES = [...Object.keys(ADDRESSES), ...POLICY_NAMES];

/** What is to be said of a setting wherever it is documented: choices that are not just on and off. */
const wordsOf = (name: (typeof POLICY_NAMES)[number]) =>
  "text" in SETTINGS_TABLE[name]
    ? []
    : valuesOf(name)
        .filter((choice) => typeof choice !== "boolean")
        .map(String);

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

test("the schema and docs/policy.md offer both addresses and each setting that an administrator can set", () => {
  expect(Object.keys(schema.properties)).toEqual(NAMES);
  expect(ROWS.map(([name]) => name)).toEqual(NAMES);
});

test.each(Object.entries(ADDRESSES))("%s is in force", (name, address) => {
  expect(parsePolicy({ [name]: address }).policy).toEqual({ [name]: address });
  expect(schema.properties[name]?.type).toBe("string");
});

test.each(POLICY_NAMES)(
  "each choice of %s is in force, and what documents it has its type and names them",
  (name) => {
    const row = SETTINGS_TABLE[name];
    const type = typeof row.default;
    for (const choice of valuesOf(name))
      expect(parsePolicy({ [name]: choice }).policy).toEqual({ [name]: choice });

    const { description = "", type: schemaType } = schema.properties[name] ?? {};
    expect(schemaType).toBe(type);
    expect(description.match(/\w+/g)).toEqual(expect.arrayContaining(wordsOf(name)));

    const [, docsType, text = ""] = ROWS.find(([documentedName]) => documentedName === name) ?? [];
    expect(docsType).toBe(type === "number" ? "integer" : type);
    for (const word of wordsOf(name)) expect(text).toContain(`\`${word}\``);
  },
);
