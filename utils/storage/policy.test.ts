import { expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { POLICY, SETTINGS } from "../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../core/settings/records.ts";
import { readEffectivePolicy } from "./policy.ts";
import { chosenSettings, readEffectiveSettings } from "./settings.ts";

const { local } = fakeBrowser.storage;
const policy = { intervalMinutes: 120, notifications: false };

test("what an administrator has set goes before what the person chose, and leaves the rest", async () => {
  const chosen = { ...DEFAULT_SETTINGS, intervalMinutes: 10, countingLevel: "error" };
  await local.set({ [SETTINGS]: chosen, [POLICY]: { version: 1, policy, ignored: [] } });
  expect(await readEffectiveSettings()).toEqual({ ...chosen, ...policy });
  expect(await chosenSettings()).toEqual(chosen);
});

test.each([
  ["is none", undefined],
  ["was removed", null],
  ["is damaged", { version: 1, policy: { intervalMinutes: 7 }, ignored: [] }],
  ["is of a later version", { version: 2, policy }],
])("where the record of the policy %s, the person's choice is in force", async (_, record) => {
  await local.set({ [POLICY]: record });
  expect(await readEffectivePolicy()).toEqual({});
  expect(await readEffectiveSettings()).toEqual(DEFAULT_SETTINGS);
});
