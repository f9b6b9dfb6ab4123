import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { MINUTE, NOW, seed, stored } from "../../../tests/support/unit/world.ts";
import { POLICY, SETTINGS, statusOf } from "../../core/model/records.ts";
import { readEffectivePolicy } from "../../storage/policy.ts";
import { readEffectiveSettings } from "../../storage/settings.ts";
import { freshPolicy, refreshPolicy } from "./refresh-policy.ts";

const { local, managed } = fakeBrowser.storage;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

/** What the administrator has set from now on. */
function set(values: Record<string, unknown>) {
  vi.spyOn(managed, "get").mockResolvedValue(values as never);
}

test("what is set is in force and stored with what was ignored", async () => {
  set({ notifications: false, colour: "red" });
  await refreshPolicy();
  expect((await stored())[POLICY]).toEqual({
    version: 1,
    policy: { notifications: false },
    ignored: ["colour"],
  });
  expect(await readEffectiveSettings()).toMatchObject({ notifications: false });
});

test("a browser without policies, where the question is refused or not answered, has none", async () => {
  vi.spyOn(managed, "get")
    .mockRejectedValueOnce(new Error("Managed storage manifest not found"))
    .mockResolvedValueOnce(undefined as never);
  await refreshPolicy();
  await refreshPolicy();
  expect(await stored()).toEqual({});
});

test("while the browser can't tell, what was known is in force", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  set({ apiUrl: "https://cal.example.org" });
  await refreshPolicy();
  const before = await stored();
  vi.spyOn(managed, "get").mockRejectedValue(new Error("An unexpected error occurred"));
  await expect(refreshPolicy()).rejects.toThrow();
  expect(await freshPolicy()).toEqual({ apiUrl: "https://cal.example.org" });
  expect(await stored()).toEqual(before);
});

test.each<[string, () => Promise<unknown>]>([
  ["is of a later version", () => local.set({ [POLICY]: { version: 2 } })],
  ["can't be written", async () => vi.spyOn(local, "set").mockRejectedValue(new Error("disk full"))],
])("where the record %s, what the browser says at this moment counts all the same", async (_, spoil) => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  set({ apiUrl: "https://cal.example.org" });
  await spoil();
  expect(await freshPolicy()).toEqual({ apiUrl: "https://cal.example.org" });
});

test("what stays as it was is not written again, in whatever order it comes", async () => {
  set({ notifications: false, intervalMinutes: 60 });
  await refreshPolicy();
  const write = vi.spyOn(local, "set");
  set({ intervalMinutes: 60, notifications: false });
  await refreshPolicy();
  expect(write).not.toHaveBeenCalled();
});

test("a policy that is withdrawn gives the person's choice back", async () => {
  await seed([], { intervalMinutes: 15 });
  set({ intervalMinutes: 240 });
  await refreshPolicy();
  set({});
  await refreshPolicy();
  expect(await readEffectivePolicy()).toEqual({});
  expect(await readEffectiveSettings()).toMatchObject({ intervalMinutes: 15 });
});

test("an interval moves the next checks, in the same write, and the person's own choice stays", async () => {
  await seed([{ nextCheckAt: NOW + 25 * MINUTE }], { intervalMinutes: 30 });
  set({ intervalMinutes: 10 });
  const write = vi.spyOn(local, "set");
  await refreshPolicy();
  expect(write).toHaveBeenCalledTimes(1);
  expect(await stored()).toMatchObject({
    [SETTINGS]: { intervalMinutes: 30 },
    [statusOf("a1")]: { nextCheckAt: NOW + 10 * MINUTE },
  });
});

test("the record of a later version is left alone, a damaged one is replaced", async () => {
  const newer = { version: 2, policy: {} };
  await local.set({ [POLICY]: newer });
  set({ notifications: false });
  await refreshPolicy();
  expect((await stored())[POLICY]).toEqual(newer);
  await local.set({ [POLICY]: "nonsense" });
  set({});
  await refreshPolicy();
  expect((await stored())[POLICY]).toEqual({ version: 1, policy: {}, ignored: [] });
});
