import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { DANA, NOW, remember, stored } from "../../tests/fixtures/account.ts";
import { answered, broken } from "../../tests/fixtures/answers.ts";
import { google, toDana } from "../../tests/fixtures/people.ts";
import { SCREEN, statusOf } from "../core/model/records.ts";
import type { ScreenRecord } from "../screen/screen-record.ts";
import { commit } from "../storage/commit.ts";
import { noteUnstored } from "../storage/unstored.ts";
import { keepScreen, refreshScreen } from "./keep-screen.ts";

const WELL = stored(remember([answered(5, [google], toDana)]));
const BROKEN = stored(
  remember([
    answered(20, [google], toDana),
    answered(10, [broken(google, "Access token expired or revoked")], toDana),
    answered(1, [broken(google, "Access token expired or revoked")], toDana),
  ]),
);
const STATUS = statusOf(DANA.id);

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  vi.spyOn(fakeBrowser.i18n, "getUILanguage").mockReturnValue("en-GB");
  await fakeBrowser.storage.local.set(WELL);
  keepScreen();
});

async function kept(): Promise<ScreenRecord | undefined> {
  return (await fakeBrowser.storage.local.get(SCREEN))[SCREEN] as ScreenRecord | undefined;
}

const headline = async () => (await kept())?.timed?.screen.headline.text;

test("what the popup shows first is written in one step with the status that it tells of", async () => {
  const set = vi.spyOn(fakeBrowser.storage.local, "set");
  await commit(() => ({ set: { [STATUS]: BROKEN[STATUS] as object } }));
  expect(set).toHaveBeenCalledTimes(1);
  expect(Object.keys(set.mock.calls[0]?.[0] ?? {}).sort()).toEqual([SCREEN, STATUS].sort());
  expect(await headline()).toBe("No access to Google");
});

test("a record that nothing of is shown changes it by nothing", async () => {
  await refreshScreen();
  const set = vi.spyOn(fakeBrowser.storage.local, "set");
  await commit(() => ({ set: { "checks:dana": { version: 1, entries: [] } } }));
  expect(Object.keys(set.mock.calls[0]?.[0] ?? {})).toEqual(["checks:dana"]);
});

test("it is a few kB, and has neither a key nor what is asked for", async () => {
  await fakeBrowser.storage.local.set({ "key:dana": { version: 1, key: "cal_live_secret" } });
  await refreshScreen();
  const text = JSON.stringify(await kept());
  expect(text).not.toContain("cal_live_secret");
  expect(text).not.toContain("externalId");
  expect(text.length).toBeLessThan(8_000);
});

test("made again it is written only where it is another one", async () => {
  await refreshScreen();
  const set = vi.spyOn(fakeBrowser.storage.local, "set");
  await refreshScreen();
  expect(set).not.toHaveBeenCalled();
  vi.spyOn(fakeBrowser.i18n, "getUILanguage").mockReturnValue("de");
  await refreshScreen();
  expect(set).toHaveBeenCalledTimes(1);
});

test("without an account there is none", async () => {
  await fakeBrowser.storage.local.set({ accounts: { version: 1, accounts: [] } });
  await refreshScreen();
  expect(await kept()).toMatchObject({ timed: null });
});

test("while an answer could not be stored there is none", async () => {
  await fakeBrowser.storage.session.set({ unstored: [DANA.id] });
  await refreshScreen();
  expect(await kept()).toMatchObject({ timed: null });
});

test("once an answer could not be stored, the one of before is not shown", async () => {
  await refreshScreen();
  await noteUnstored(DANA.id);
  expect(await kept()).toBeUndefined();
});

test("where it can't be made, what it tells of is stored all the same, and nothing old is shown", async () => {
  vi.spyOn(fakeBrowser.i18n, "getUILanguage").mockImplementation(() => {
    throw new Error("not now");
  });
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  await commit(() => ({ set: { [STATUS]: BROKEN[STATUS] as object } }));
  expect(await fakeBrowser.storage.local.get([STATUS, SCREEN])).toEqual({
    [STATUS]: BROKEN[STATUS],
    [SCREEN]: {},
  });
  expect(error).toHaveBeenCalled();
});
