import { expect, test } from "vitest";
import { short } from "./short-names.ts";

test("a name is cut to what a notification has room for, and never within a character", () => {
  expect(short("x".repeat(32))).toBe("x".repeat(32));
  expect(short("x".repeat(33))).toBe(`${"x".repeat(31)}…`);
  expect(short(`${"x".repeat(30)}😀yyy`).isWellFormed()).toBe(true);
  expect(short(null)).toBeNull();
});

test("an address in it is cut to its host first, as half of one is not known for an address", () => {
  const name = "My feed https://dana:5ecre7@feeds.example.com/private/basic.ics";
  expect(short(name)).toBe("My feed feeds.example.com");
  expect(short(`${"x".repeat(8)} ${name}`)).not.toMatch(/5ecre7|dana/);
});
