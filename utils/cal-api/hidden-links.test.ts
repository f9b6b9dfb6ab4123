import fc from "fast-check";
import { expect, test } from "vitest";
import { LONG, ORDINARY } from "../../tests/support/unit/ordinary-names.ts";
import { withoutAnyLinks } from "./hidden-links.ts";

const HOST = "feeds.example.com";
const SECRET = "private-5ecre7k3y";

test.each([
  ["slashes", `https:&#x2F;&#x2F;${HOST}&#x2F;${SECRET}`],
  ["slashes by number", `https:&#47;&#047;${HOST}&#47;${SECRET}`],
  ["signs by name", `https&colon;&sol;&sol;${HOST}&sol;${SECRET}`],
  ["a query", `${HOST}&quest;key=${SECRET}`],
  ["all of it, twice", `https:&amp;#x2F;&amp;#x2F;${HOST}&amp;#x2F;${SECRET}`],
  ["what is no blank then", `https://${HOST}/a&#x22;${SECRET}`],
])("of an address that is written for a page only the host is left: %s", (_, address) => {
  expect(withoutAnyLinks(address)).toBe(HOST);
  expect(withoutAnyLinks(`Failed for ${address}, today`)).toBe(`Failed for ${HOST}, today`);
});

test.each([
  [`nas/${SECRET}/basic.ics`, "nas"],
  [`nas:5000/${SECRET}`, "nas"],
  ["nas/team/basic.ics", "nas"],
  ["nas?key=geheim", "nas"],
  [`dana:geheim@nas/${SECRET}`, "nas"],
  [`(see nas/${SECRET}).`, "(see nas)."],
  ["nas/0a1b2c3d4e5f60718293a4b5c6d7e8f9", "nas"],
])("a single word is a host where a secret follows: %j is shown as %j", (text, shown) => {
  expect(withoutAnyLinks(text)).toBe(shown);
});

test.each([
  [`https://${HOST}/cal\n${SECRET} failed`, `${HOST}\n… failed`],
  [`https://${HOST}/cal/\r\n  ${SECRET}/\n${SECRET}.ics`, `${HOST}\r\n  …\n…`],
  [`${HOST}\n${SECRET}/basic.ics`, `${HOST}\n…`],
  [`GET /${SECRET}/basic.ics failed`, "GET /… failed"],
])("of an address that is broken the rest is none either: %j is shown as %j", (text, shown) => {
  expect(withoutAnyLinks(text)).toBe(shown);
});

test("the next line is left where it is in words", () => {
  const lines = `${HOST}\nFailed to fetch in 2026\nWork/Private abc123def456`;
  expect(withoutAnyLinks(`https://${HOST}/s3cr3t\nFailed`)).toBe(`${HOST}\nFailed`);
  expect(withoutAnyLinks(lines)).toBe(lines);
});

test.each(ORDINARY)("%j is left as it is", (text) => {
  expect(withoutAnyLinks(text)).toBe(text);
});

test("ordinary names are left as they are, whatever other one stands beside", () => {
  const name = fc.constantFrom(...ORDINARY);
  const between = fc.constantFrom(" ", ", ", "\n", " – ");
  fc.assert(
    fc.property(name, between, name, (one, between, other) => {
      expect(withoutAnyLinks(one + between + other)).toBe(one + between + other);
    }),
  );
});

test("no half of a character is made, whatever an address stands in", () => {
  const signs = [
    ..."a1.:/\\?#@%&;-_ \n漢😀",
    "\u{1d49c}",
    "é",
    "😀".repeat(30),
    "a@host.example/",
    "&#47;",
    "https://",
    SECRET,
  ];
  const part = fc.constantFrom(...signs);
  fc.assert(
    fc.property(fc.array(part, { maxLength: 80 }), (parts) => withoutAnyLinks(parts.join("")).isWellFormed()),
    { numRuns: 2_000 },
  );
});

test("a text as long as a body can be is looked through once, whatever it is made of", () => {
  for (const text of LONG) expect(withoutAnyLinks(text).length).toBeLessThanOrEqual(text.length);
});
