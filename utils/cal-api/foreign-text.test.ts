import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutLinks } from "./foreign-text.ts";

const SECRET = "private-0a1b2c3d";
const PATH = `/calendar/ical/dana%40example.com/${SECRET}/basic.ics`;
const HOST = "calendar.google.com";

test.each([
  ["an address", `https://${HOST}${PATH}`],
  ["one in capitals", `HTTPS://${HOST}/${SECRET}`],
  ["that of a feed", `webcal://${HOST}${PATH}`],
  ["that of a feed, encrypted", `webcals://${HOST}${PATH}`],
  ["that of a calendar server", `caldav://${HOST}${PATH}`],
  ["one with a port", `http://${HOST}:8443${PATH}`],
  ["one with a user and a password", `https://dana:${SECRET}@${HOST}${PATH}`],
  ["one with a secret that has signs in it", `https://dana:p@${SECRET}@${HOST}/`],
  ["one with a query alone", `https://${HOST}?key=${SECRET}`],
  ["one with an anchor alone", `https://${HOST}#${SECRET}`],
  ["one without a scheme", `${HOST}${PATH}`],
  ["one without a scheme, with a query", `${HOST}?key=${SECRET}`],
  ["one without a scheme, with a password", `dana:${SECRET}@${HOST}${PATH}`],
  ["one written for an address", encodeURIComponent(`https://${HOST}${PATH}`)],
  ["one written so twice", encodeURIComponent(encodeURIComponent(`https://${HOST}${PATH}`))],
  ["one without a scheme, written so", encodeURIComponent(`${HOST}${PATH}`)],
  ["one written for JSON", `https:\\/\\/${HOST}${PATH.replaceAll("/", "\\/")}`],
  ["one with a slash too few", `https:/${HOST}${PATH}`],
  ["one with slashes too many", `https:////${HOST}${PATH}`],
  ["one with signs that are not seen", `https://${HOST}/\u200b${SECRET}\u00ad/basic.ics`],
])("of %s only the host is left", (_, address) => {
  expect(withoutLinks(address)).toBe(HOST);
  expect(withoutLinks(`Failed for ${address} today`)).toBe(`Failed for ${HOST} today`);
  expect(withoutLinks(`(see <${address}>).`)).toBe(`(see <${HOST}>).`);
  expect(withoutLinks(`{"url":"${address}","n":1}`)).toBe(`{"url":"${HOST}","n":1}`);
});

test.each([
  ["https://[2001:db8::1]:8080/s3cr3t", "[2001:db8::1]"],
  ["http://10.0.0.5:8080/s3cr3t", "10.0.0.5"],
  ["https://münchen.example/geheim", "münchen.example"],
  ["first https://a.example/s1, then webcal://b.example/s2!", "first a.example, then b.example!"],
  ["https://", "…"],
  ["x://?s3cr3t", "…"],
  ["https://exa|mple/s3cr3t", "…"],
])("%j is shown as %j", (text, shown) => {
  expect(withoutLinks(text)).toBe(shown);
});

test.each([
  "Family",
  "and/or, 3/4, 12:30/13:30",
  "Node.js/React",
  "dana@example.com",
  "Is it example.com? Yes.",
  "v1.2/3",
  "Access token expired or revoked",
  "C:/Users",
  "urn:uuid:1234",
  "100 % / 50 %",
])("%j is left as it is", (text) => {
  expect(withoutLinks(text)).toBe(text);
});

test("what is left has nothing more to be taken away, and no secret in it, whatever stands around the address", () => {
  const around = fc.string({
    unit: fc.constantFrom(..."ab .,:;/\\?#@%()<>\"'[]{}=-_\u200b漢"),
    maxLength: 8,
  });
  const scheme = fc.constantFrom("https", "WebCal", "caldavs", "ftp", "x-y.z");
  const path = fc.constantFrom(PATH, `?${SECRET}`, `#${SECRET}`, `/${SECRET}`, `:443/${SECRET}`);
  fc.assert(
    fc.property(around, scheme, path, around, (before, scheme, path, after) => {
      const left = withoutLinks(`${before} ${scheme}://${HOST}${path} ${after}`);
      expect(left).not.toContain(SECRET);
      expect(left).toContain(HOST);
      expect(withoutLinks(left)).toBe(left);
    }),
    { numRuns: 2_000 },
  );
});

test("a text as long as a body can be is looked through once, whatever it is made of", () => {
  for (const part of ["a.", "!", "a1", "%3a", "a@", "https:/", "https://x ", "a.b/"]) {
    const text = part.repeat(100_000);
    expect(withoutLinks(text).length).toBeLessThanOrEqual(text.length);
  }
});
