import { expect, test } from "vitest";
import { shortName } from "./names.ts";

test.each([
  ["Family", "Family"],
  ["  Family \n", "Family"],
  ["x".repeat(40), "x".repeat(40)],
  ["x".repeat(41), `${"x".repeat(39)}…`],
  [`${"x".repeat(38)}👍y`, `${"x".repeat(38)}…`],
  ["Fam\u0000ily\u0007", "Fam ily"],
  ["a\u2028b\u202ec\u2066d", "a b c d"],
  ["👩‍💻 work", "👩‍💻 work"],
  ["half \ud83d", "half \ufffd"],
  ["https://user:pw@feeds.example.com:8443/a?b#c", "feeds.example.com"],
  ["feeds.example.com/private-s3cr3t/basic.ics", "feeds.example.com"],
  ["Feed of feeds.example.com:8443/s3cr3t (mine)", "Feed of feeds.example.com (mine)"],
  ["and/or, 3/4, dana@example.com", "and/or, 3/4, dana@example.com"],
  ["WEBCAL://feeds.example.com/s3cr3t and more", "feeds.example.com and more"],
])("%j is kept as %j", (name, short) => {
  expect(shortName(name)).toBe(short);
});

test("no name is longer than 40 units, nor broken within a character", () => {
  for (let length = 0; length < 90; length++) {
    const short = shortName("x".repeat(length % 3) + "👍".repeat(length));
    expect(short.length).toBeLessThanOrEqual(40);
    expect(short.isWellFormed()).toBe(true);
  }
});
