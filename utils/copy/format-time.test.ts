import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { formatTime } from "./format-time.ts";

const NOW = Date.parse("2026-03-04T14:05:00+01:00");
const HOUR = 60 * 60_000;

function inBrowserOf(locale: string) {
  const texts: Record<string, string> = { "@@ui_locale": locale, language: "en" };
  vi.spyOn(fakeBrowser.i18n, "getMessage").mockImplementation((name: string) => texts[name] ?? "");
}

test("on the same day it is the time alone", () => {
  expect(formatTime(NOW, NOW)).toBe("14:05");
});

test("on another day it has weekday and date, and long ago the date alone", () => {
  expect(formatTime(NOW - 26 * HOUR, NOW)).toMatch(/^Tue.* 3 Mar.* 12:05$/);
  expect(formatTime(NOW - 400 * 24 * HOUR, NOW)).toBe("28 Jan 2025");
});

test("no line breaks between the time and its AM or PM", () => {
  inBrowserOf("en_US");
  expect(formatTime(NOW, NOW)).toBe("2:05\u00a0PM");
  expect(formatTime(NOW - 26 * HOUR, NOW)).toMatch(/, 12:05\u00a0PM$/);
});

test("a browser in a language without words keeps its hours, in English words", () => {
  inBrowserOf("de");
  expect(formatTime(NOW, NOW)).toBe("14:05");
  expect(formatTime(NOW - 26 * HOUR, NOW)).toMatch(/Tue.*Mar.*12:05$/);
});
