import { expect, test } from "vitest";
import { OTHER_SETTINGS } from "../../../tests/fixtures/settings.ts";
import { exportText } from "./file.ts";
import { DEFAULT_SETTINGS } from "./records.ts";

test("a settings file says what it is, and holds the settings and nothing else", () => {
  const stored = { ...DEFAULT_SETTINGS, ...OTHER_SETTINGS, key: "cal_live_secret" };
  const text = exportText(stored);
  expect(text).toMatch(/^\{\n {2}"format"/);
  expect(JSON.parse(text)).toEqual({
    format: "calendar-status-settings",
    version: 1,
    settings: OTHER_SETTINGS,
  });
});

test("what was never chosen is in it as by default", () => {
  const { version: _, ...settings } = DEFAULT_SETTINGS;
  expect(JSON.parse(exportText(undefined))).toMatchObject({ settings });
});
