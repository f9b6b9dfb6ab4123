import { describe, expect, test } from "vitest";
import { presetServer, webUrlOf } from "./server-choice.ts";

describe("what an administrator has chosen", () => {
  test("nothing, when the policy names no server", () => {
    expect(presetServer({ intervalMinutes: 60 })).toEqual({});
  });

  test.each([
    ["https://api.cal.com/v2", "us"],
    ["https://api.cal.eu/v2", "eu"],
  ])("%s is the region %s", (apiUrl, region) => {
    expect(presetServer({ apiUrl })).toEqual({ region, apiUrl: "" });
  });

  test("any other API is a server of one's own", () => {
    const policy = { apiUrl: "https://cal.example.org/api/v2", webUrl: "https://cal.example.org" };
    expect(presetServer(policy)).toEqual({ region: "self-hosted", ...policy });
  });

  test("the web app can be set without the API", () => {
    expect(presetServer({ webUrl: "https://cal.example.org" })).toEqual({
      webUrl: "https://cal.example.org",
    });
  });
});

test("the web app is known before the API's address is typed", () => {
  expect(webUrlOf({ region: "eu", apiUrl: "", webUrl: "" })).toBe("https://app.cal.eu");
  expect(webUrlOf({ region: "self-hosted", apiUrl: "", webUrl: "cal.example.org" })).toBe(
    "https://cal.example.org",
  );
  expect(webUrlOf({ region: "self-hosted", apiUrl: "", webUrl: "" })).toBeNull();
});
