import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../model/records.ts";
import { exportText } from "./export-text.ts";

test("a settings file says what it is, and holds the settings and nothing else", () => {
  const stored = { ...DEFAULT_SETTINGS, intervalMinutes: 60, key: "cal_live_secret" } as const;
  const text = exportText(stored);
  expect(text).toMatch(/^\{\n {2}"format"/);
  expect(JSON.parse(text)).toEqual({
    format: "calendar-status-settings",
    version: 1,
    settings: {
      intervalMinutes: 60,
      notifications: true,
      showBadge: true,
      countingLevel: "notice",
      appearance: "system",
    },
  });
});
