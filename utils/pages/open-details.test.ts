import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { goodAnswer, KEY, NOW, seed } from "../../tests/support/unit/world.ts";
import { emptyAccountState } from "../core/model/account-state.ts";
import { emptyChecksLog } from "../core/model/checks-log.ts";
import { withCheck } from "../diagnostics/with-check.ts";
import { fromUserAgent, openDetails } from "./open-details.ts";

const { local, session } = fakeBrowser.storage;
const CHECKS = {
  version: 1,
  ...withCheck(emptyChecksLog(), { at: NOW, ms: 250, observation: goodAnswer(2) }, emptyAccountState()),
};

beforeEach(() => {
  vi.spyOn(fakeBrowser.permissions, "getAll").mockImplementation((async () => ({
    permissions: ["storage"],
    origins: ["https://api.cal.com/*"],
  })) as never);
  vi.spyOn(local, "getKeys").mockResolvedValue(["accounts", "key:a1", "damaged:settings:1"] as never);
  vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue({ version: "9.8.7" } as never);
  vi.spyOn(fakeBrowser.runtime, "getPlatformInfo").mockResolvedValue({
    os: "linux",
    arch: "x86-64",
  } as never);
});

describe("the details", () => {
  test("tell of every account, and there is a recording of each that was checked", async () => {
    await seed([{}, { account: { id: "a2", label: "Work" } }]);
    await local.set({ "checks:a2": CHECKS });
    const { text, recordings } = await openDetails();
    expect(text).toContain("Calendar Status for Cal.com 9.8.7");
    expect(text).toContain("Account 1\n");
    expect(text).toContain("250 ms  answer (new)");
    expect(recordings.map(({ account }) => account)).toEqual(["Work"]);
    expect(recordings[0]?.text).toMatch(/^\{"at":"2026-03-04T13:05:00.000Z","status":200,.*\}\n$/);
  });

  test("never ask for a key", async () => {
    await seed([{}]);
    const asked = [vi.spyOn(local, "get"), vi.spyOn(session, "get")];
    const { text } = await openDetails();
    const names = asked.flatMap(({ mock }) => mock.calls.flat(2));
    expect(
      names.filter((name) => name === null || name === undefined || String(name).startsWith("key:")),
    ).toEqual([]);
    expect(text).not.toContain(KEY);
  });

  test("say what an administrator has set, what was not stored, and what can't be read", async () => {
    await seed([{}]);
    await local.set({
      policy: { version: 1, policy: { notifications: false }, ignored: ["webUrl"] },
      "checks:a1": { version: 7 },
    });
    await session.set({ unstored: ["a1"] });
    const { text, recordings } = await openDetails();
    expect(text).toContain("notifications: false (set by policy)");
    expect(text).toContain("policy value webUrl is ignored");
    expect(text).toContain("The last answer could not be stored");
    expect(text).toContain("the record is newer");
    expect(recordings).toEqual([]);
  });

  test("count the damaged records, where the browser tells their names", async () => {
    expect((await openDetails()).text).toContain("Damaged records set aside: 1");
    vi.spyOn(local, "getKeys").mockRejectedValue(new Error("not there"));
    expect((await openDetails()).text).toContain("Damaged records set aside: not told by this browser");
  });

  test("are there when nothing can be read", async () => {
    await local.set({ accounts: { version: 5 }, settings: "?", policy: 7 });
    expect((await openDetails()).text).toContain("Accounts: newer");
  });
});

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36", "Chrome 142.0.0.0"],
  [
    "Mozilla/5.0 AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36 Edg/142.0.1",
    "Chrome 142.0.0.0, Edg 142.0.1",
  ],
  ["Mozilla/5.0 AppleWebKit/537.36 HeadlessChrome/142.0.0.0 Safari/537.36", "Chrome 142.0.0.0"],
  ["Something else", "not told"],
])("%s is %s", (userAgent, told) => {
  expect(fromUserAgent(userAgent)).toBe(told);
});
