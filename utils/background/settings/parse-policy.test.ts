import { expect, test } from "vitest";
import { parseServer } from "../../cal-api/server.ts";
import { parsePolicy } from "./parse-policy.ts";

const policyOf = (managed: Record<string, unknown>) => parsePolicy(managed).policy;

test("without a policy nothing is set", () => {
  expect(parsePolicy({})).toEqual({ version: 1, policy: {}, ignored: [] });
});

test("every value that fits is taken", () => {
  const managed = {
    apiUrl: "https://cal.example.org/api/v2/",
    webUrl: "https://app.example.org/",
    intervalMinutes: 120,
    notifications: false,
    countingLevel: "error",
  };
  expect(parsePolicy(managed)).toEqual({
    version: 1,
    policy: { ...managed, apiUrl: "https://cal.example.org/api/v2", webUrl: "https://app.example.org" },
    ignored: [],
  });
});

test.each<[string, unknown]>([
  ["apiUrl", "http://cal.example.org"],
  ["apiUrl", ""],
  ["apiUrl", null],
  ["apiUrl", ["https://cal.example.org"]],
  ["webUrl", "javascript:alert(1)"],
  ["webUrl", "http://app.example.org"],
  ["intervalMinutes", 45],
  ["intervalMinutes", "60"],
  ["notifications", "no"],
  ["notifications", 0],
  ["countingLevel", "everything"],
  ["showBadge", false],
  ["constructor", {}],
  ["__proto__x", 1],
])("%s %j is ignored by its name, and nothing else with it", (name, raw) => {
  const sound = name === "notifications" ? { intervalMinutes: 60 } : { notifications: true };
  expect(parsePolicy({ [name]: raw, ...sound })).toEqual({ version: 1, policy: sound, ignored: [name] });
});

test("an address may come without its scheme or path, and is still to be tried at both paths", () => {
  const { apiUrl } = policyOf({ apiUrl: " cal.example.org/ " });
  expect(apiUrl).toBe("https://cal.example.org");
  expect(parseServer("self-hosted", apiUrl ?? "", "")).toMatchObject({
    candidates: ["https://cal.example.org/v2", "https://cal.example.org/api/v2"],
  });
  expect(policyOf({ apiUrl: "localhost:5555/v2" })).toEqual({ apiUrl: "http://localhost:5555/v2" });
});

test.each([
  ["https://api.cal.com", "https://api.cal.com/v2"],
  ["api.cal.eu/v2/", "https://api.cal.eu/v2"],
])("%s is that region of Cal.com", (apiUrl, root) => {
  expect(policyOf({ apiUrl })).toEqual({ apiUrl: root });
});
