import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { formatSpan } from "./format-span.ts";

const NOW = Date.parse("2026-03-04T13:05:00Z");
const span = (start: string, end: string) =>
  formatSpan(Date.parse(start), Date.parse(end), NOW).replaceAll(/[\u2009\u202f\u00a0]/g, " ");

/** The language of the browser. */
function speaks(language: string): void {
  vi.spyOn(fakeBrowser.i18n, "getMessage").mockImplementation(((name: string) =>
    name === "@@ui_locale" ? language : "") as never);
}

test.each([
  ["en_US", "2026-03-04T15:00Z", "2026-03-04T15:30Z", "Wed, Mar 4, 4:00 – 4:30 PM"],
  ["en_GB", "2026-03-05T15:00Z", "2026-03-05T16:00Z", "Thu 5 Mar, 16:00–17:00"],
  ["en_US", "2027-01-04T15:00Z", "2027-01-04T15:30Z", "Mon, Jan 4, 2027, 4:00 – 4:30 PM"],
  ["en_US", "2026-03-04T22:30Z", "2026-03-04T23:30Z", "Wed, Mar 4, 11:30 PM – Thu, Mar 5, 12:30 AM"],
])("in %s, from %s to %s is %s", (language, start, end, text) => {
  speaks(language);
  expect(span(start, end).replaceAll(" – ", "–")).toBe(text.replaceAll(" – ", "–"));
});

test("an end before the beginning is none", () => {
  speaks("en_US");
  expect(span("2026-03-04T15:00Z", "2026-03-04T14:00Z")).toBe("Wed, Mar 4, 4:00 PM");
});
