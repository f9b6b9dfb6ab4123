import fc from "fast-check";
import { expect, test } from "vitest";
import { LONG, ORDINARY } from "../../tests/support/unit/ordinary-names.ts";
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
  ["one with a slash and a query", `${HOST}/?${SECRET}`],
  ["one without a scheme, with an anchor", `${HOST}#${SECRET}`],
  ["one without a scheme, with a dot at the end of its host", `${HOST}.${PATH}`],
  ["one without a scheme, with a query, written for an address", encodeURIComponent(`${HOST}?key=${SECRET}`)],
  ["a user and a password alone", `dana:${SECRET}@${HOST}`],
  ["a password that has signs in it", `dana:p@${SECRET}@${HOST}/`],
  ["a long password", `dana:${"s3cr3t".repeat(40)}@${HOST}/x`],
  ["a user of pictures", `${"😀".repeat(30)}a@${HOST}/${SECRET}`],
  ["one in wide signs", `https：／／${HOST.replaceAll(".", "．")}／${SECRET}`],
  ["one with a sign that is not seen behind its host", `${HOST}\u200b/${SECRET}`],
  ["one with a blank that is none behind its host", `${HOST}\u2800/${SECRET}`],
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
  ["[2001:db8::1]:8080/s3cr3t", "[2001:db8::1]"],
  ["[::1]/s3cr3t", "[::1]"],
  ["10.0.0.5:8080/s3cr3t", "10.0.0.5"],
  ["localhost:8080/s3cr3t", "localhost"],
  ["my_host.example.com/s3cr3t", "my_host.example.com"],
  ["feeds.xn--p1ai/s3cr3t", "feeds.xn--p1ai"],
  ["例え.テスト/s3cr3t", "例え.テスト"],
  ["会議：https：／／例え.テスト／s3cr3t", "会議:例え.テスト"],
  ["https://münchen.example/geheim", "münchen.example"],
  ["first https://a.example/s1, then webcal://b.example/s2!", "first a.example, then b.example!"],
  ["https://", "…"],
  ["x://?s3cr3t", "…"],
  ["https://exa|mple/s3cr3t", "…"],
])("%j is shown as %j", (text, shown) => {
  expect(withoutLinks(text)).toBe(shown);
});

test.each(ORDINARY)("%j is left as it is", (text) => {
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
  for (const text of LONG) expect(withoutLinks(text).length).toBeLessThanOrEqual(text.length);
});

test("no half of a character is made, whatever an address stands in", () => {
  const part = fc.constantFrom(
    ..."a1.:/\\?#@%&;-_ \n漢😀",
    "\u{1d49c}",
    "\u200b",
    "é",
    "😀".repeat(30),
    "a@host.example/",
    "%2f",
    "https://",
    "．",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 80 }), (parts) => withoutLinks(parts.join("")).isWellFormed()),
    { numRuns: 2_000 },
  );
});
