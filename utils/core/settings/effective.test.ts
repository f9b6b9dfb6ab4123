import { expect, test } from "vitest";
import { OTHER_SETTINGS } from "../../../tests/fixtures/settings.ts";
import { effectiveSettings } from "./effective.ts";
import { DEFAULT_SETTINGS } from "./records.ts";
import { SETTING_NAMES } from "./table.ts";

test.each(SETTING_NAMES)("%s is as by default, unless the person chose it, unless it was set", (name) => {
  const [usual, other] = [DEFAULT_SETTINGS[name], OTHER_SETTINGS[name]];
  expect(effectiveSettings({}, {})[name]).toBe(usual);
  expect(effectiveSettings({ [name]: other }, {})[name]).toBe(other);
  expect(effectiveSettings({ [name]: usual }, { [name]: other })[name]).toBe(other);
});

test("only settings are in force: no addresses of a policy, nor what else a record holds", () => {
  const policy = { intervalMinutes: 60, apiUrl: "https://cal.example.org" } as const;
  const inForce = effectiveSettings({ ...DEFAULT_SETTINGS, ...OTHER_SETTINGS }, policy);
  expect(inForce).toEqual({ ...OTHER_SETTINGS, intervalMinutes: 60 });
});
