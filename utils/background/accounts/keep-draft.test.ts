import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aroundClient, own } from "../../../tests/support/unit/mocked-client.ts";
import { failedWith, KEY, stored } from "../../../tests/support/unit/world.ts";
import { fetchMe } from "../../cal-api/client.ts";
import { DRAFT, type Draft } from "../../core/model/records.ts";
import { connect } from "./connect.ts";
import { keepDraft } from "./keep-draft.ts";

vi.mock("../../cal-api/client.ts");

const TYPED: Draft = { region: "self-hosted", apiUrl: "cal.example.org", webUrl: "", forget: true };
const kept = () => fakeBrowser.storage.session.get(null);

beforeEach(() => aroundClient());

test("what is typed is kept until the browser closes, and no longer than the person wants it", async () => {
  await keepDraft(TYPED);
  expect(await kept()).toEqual({ [DRAFT]: TYPED });
  expect(await stored()).toEqual({});
  await keepDraft(null);
  expect(await kept()).toEqual({});
});

test.each(["local", "session"] as const)("is gone once it is connected, with a key in %s", async (keyIn) => {
  await keepDraft(TYPED);
  expect(await connect({ ...own(), keyIn })).toMatchObject({ ok: true });
  expect(await kept()).not.toHaveProperty(DRAFT);
  expect(JSON.stringify(await kept()).includes(KEY)).toBe(keyIn === "session");
});

test("stays when it could not be connected", async () => {
  await keepDraft(TYPED);
  vi.mocked(fetchMe).mockResolvedValue(failedWith({ reason: "timed-out" }));
  expect(await connect(own())).toMatchObject({ ok: false });
  expect(await kept()).toEqual({ [DRAFT]: TYPED });
});
