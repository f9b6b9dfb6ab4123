import { beforeEach, expect, test, vi } from "vitest";
import { DANAS_KEY } from "../../../tests/support/unit/mocked-client.ts";
import { failedWith, KEY } from "../../../tests/support/unit/world.ts";
import { fetchMe } from "../../cal-api/client.ts";
import type { MeResult } from "../../cal-api/me.ts";
import type { Failure } from "../../cal-api/observation.ts";
import { findServer } from "./find-server.ts";

vi.mock("../../cal-api/client.ts");

const V2 = "https://cal.example.org/v2";
const API_V2 = "https://cal.example.org/api/v2";

const failing = (failure: Failure, isJson?: boolean): MeResult => ({
  ...failedWith(failure),
  ...(isJson !== undefined && { isJson }),
});
const PAGE = failing({ reason: "not-cal-api", status: 404 }, false);
const LOGIN = failing({ reason: "redirected" });
const PROXY = failing({ reason: "server-failed", status: 500 }, false);
const NEST_500 = failing({ reason: "server-failed", status: 500 }, true);
const NO_ROUTE = failing({ reason: "cal-error", status: 404, message: "Cannot GET /v2/me" }, true);
const NOTHING = failing({ reason: "unreachable" });

beforeEach(() => vi.mocked(fetchMe).mockReset());

/** What is found where these answer; nothing does elsewhere. */
async function found(answers: Record<string, MeResult>, candidates = [V2, API_V2]) {
  vi.mocked(fetchMe).mockImplementation(async (apiUrl) => answers[apiUrl] ?? NOTHING);
  const result = await findServer(candidates, KEY);
  if (result.ok) return result.apiUrl;
  return result.why.kind === "failure" ? result.why.failure.reason : result.why.kind;
}

test.each([
  ["a page", PAGE],
  ["a redirect", LOGIN],
  ["an API that lacks this route", NO_ROUTE],
  ["nothing", NOTHING],
])("where %s is at the first address, the second is tried", async (_, first) => {
  expect(await found({ [V2]: first, [API_V2]: DANAS_KEY })).toBe(API_V2);
});

test.each([
  ["a page, then a proxy to nothing", { [V2]: PAGE, [API_V2]: PROXY }, "api-not-running"],
  ["a redirect, then a proxy to nothing", { [V2]: LOGIN, [API_V2]: PROXY }, "api-not-running"],
  ["a page, then Cal.com's API that fails", { [V2]: PAGE, [API_V2]: NEST_500 }, "server-failed"],
  ["a page, then nothing", { [V2]: PAGE }, "not-cal-api"],
  ["a page, then a redirect", { [V2]: PAGE, [API_V2]: LOGIN }, "redirected"],
  ["redirects", { [V2]: LOGIN, [API_V2]: LOGIN }, "redirected"],
  ["an old API, then a page", { [V2]: NO_ROUTE, [API_V2]: PAGE }, "cal-error"],
  ["nothing at all", {}, "unreachable"],
])("%s, is told as it is", async (_, answers, why) => {
  expect(await found(answers)).toBe(why);
});

test("the address below /api alone is a web app's, if a page is beside it", async () => {
  expect(await found({ [V2]: PAGE, [API_V2]: PROXY }, [API_V2])).toBe("api-not-running");
  expect(await found({ [V2]: PROXY, [API_V2]: PROXY }, [API_V2])).toBe("server-failed");
});

test("an API of its own that fails is no web app's, and nothing else is asked", async () => {
  expect(await found({ [V2]: PROXY, [API_V2]: DANAS_KEY })).toBe("server-failed");
  expect(vi.mocked(fetchMe).mock.calls.map(([apiUrl]) => apiUrl)).toEqual([V2]);
});
