import { expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { OTHER_SETTINGS, valuesOf } from "../../tests/fixtures/settings.ts";
import { SETTINGS } from "../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../core/settings/records.ts";
import { SETTING_NAMES } from "../core/settings/table.ts";
import { readSettings } from "./settings.ts";

const { local } = fakeBrowser.storage;
const CHOSEN = { version: 1, ...OTHER_SETTINGS };
const LATER = SETTING_NAMES.filter((name) => name !== "intervalMinutes" && name !== "countingLevel");

test.each(SETTING_NAMES)("every choice of %s can be stored", async (name) => {
  for (const choice of valuesOf(name)) {
    const record = { ...CHOSEN, [name]: choice };
    await local.set({ [SETTINGS]: record });
    expect(await readSettings()).toEqual({ kind: "ok", value: record });
  }
});

test.each(LATER)("a record that is older than %s has it as by default, and is sound", async (name) => {
  const { [name]: _, ...older } = CHOSEN;
  await local.set({ [SETTINGS]: older });
  expect(await readSettings()).toEqual({ kind: "ok", value: { ...CHOSEN, [name]: DEFAULT_SETTINGS[name] } });
});

test.each(SETTING_NAMES)("a damaged %s is as by default, and the others stay", async (name) => {
  await local.set({ [SETTINGS]: { ...CHOSEN, [name]: "damaged" } });
  const saved = { ...CHOSEN, [name]: DEFAULT_SETTINGS[name] };
  expect(await readSettings()).toEqual({ kind: "damaged", saved });
});

test.each(["intervalMinutes", "countingLevel"] as const)(
  "a record without %s never was one",
  async (name) => {
    const { [name]: _, ...rest } = CHOSEN;
    await local.set({ [SETTINGS]: rest });
    expect(await readSettings()).toMatchObject({ kind: "damaged" });
  },
);
