import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { PLACE } from "../../core/model/records.ts";
import { keepPlace } from "./keep-place.ts";

test("keeps the place until the browser closes, and nowhere else", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000 });
  expect(await keepPlace("family", 120)).toEqual({ ok: true });
  const { session, local } = fakeBrowser.storage;
  expect(await session.get(null)).toEqual({ [PLACE]: { at: 1_000, filter: "family", scroll: 120 } });
  expect(await local.get(null)).toEqual({});
});
