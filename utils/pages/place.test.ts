import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { PLACE } from "../core/model/records.ts";
import { send } from "../messaging/send.ts";

vi.mock("../messaging/send.ts", () => ({ send: vi.fn(async () => ({ ok: true })) }));

const NOW = Date.parse("2026-03-11T14:20:00+01:00");
const MINUTE = 60_000;
const START = { filter: "", scroll: 0 };
const { session } = fakeBrowser.storage;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.mocked(send).mockClear();
});

/** The popup, opened with this in the store. */
async function opened(raw?: unknown) {
  vi.resetModules();
  if (raw !== undefined) await session.set({ [PLACE]: raw });
  const page = await import("./place.ts");
  await page.openPlace();
  return page;
}

const told = () => vi.mocked(send).mock.calls.map(([message]) => message);

describe("the list", () => {
  test("is at its top when it was never open", async () => {
    expect((await opened()).placeNow()).toEqual(START);
  });

  test("is where it was within five minutes, and at its top later", async () => {
    const place = { at: NOW - 4 * MINUTE, filter: "family", scroll: 300 };
    expect((await opened(place)).placeNow()).toMatchObject({ filter: "family", scroll: 300 });
    expect((await opened({ ...place, at: NOW - 6 * MINUTE })).placeNow()).toEqual(START);
  });

  test.each([
    [null],
    ["x"],
    [{ at: NOW + MINUTE, filter: "a", scroll: 1 }],
    [{ at: "now", filter: "a", scroll: 1 }],
    [{ filter: "a", scroll: 1 }],
  ])("is at its top where %j is kept, which makes no sense or is still to come", async (raw) => {
    expect((await opened(raw)).placeNow()).toEqual(START);
  });

  test("lacks only what makes no sense of where it was", async () => {
    expect((await opened({ at: NOW, filter: 7, scroll: 1 })).placeNow()).toMatchObject({
      filter: "",
      scroll: 1,
    });
    expect((await opened({ at: NOW, filter: "a" })).placeNow()).toMatchObject({ filter: "a", scroll: 0 });
  });

  test("is at its top where nothing can be read", async () => {
    vi.spyOn(session, "get").mockRejectedValue(new Error("gone"));
    expect((await opened()).placeNow()).toEqual(START);
  });
});

describe("what is typed and scrolled", () => {
  test("is kept once, when it has settled, as it is then", async () => {
    const { keepPlace } = await opened();
    keepPlace({ filter: "f" });
    vi.advanceTimersByTime(200);
    keepPlace({ filter: "fa" });
    keepPlace({ scroll: 120 });
    expect(told()).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(told()).toEqual([{ type: "keep-place", filter: "fa", scroll: 120 }]);
  });

  test("is not missed where it can't be kept", async () => {
    const { keepPlace, placeNow } = await opened();
    vi.mocked(send).mockRejectedValueOnce(new Error("no worker"));
    keepPlace({ filter: "f" });
    await vi.advanceTimersByTimeAsync(300);
    expect(placeNow()).toEqual({ filter: "f", scroll: 0 });
  });
});
