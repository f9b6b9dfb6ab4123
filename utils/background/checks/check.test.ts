import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aroundClient } from "../../../tests/support/unit/mocked-client.ts";
import {
  allowHosts,
  anAccountState,
  failedWith,
  KEY,
  MINUTE,
  NOW,
  seed,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { fetchCalendars } from "../../cal-api/client.ts";
import { check } from "./check.ts";

vi.mock("../../cal-api/client.ts");

const { local } = fakeBrowser.storage;
const asked = vi.mocked(fetchCalendars);

beforeEach(() => {
  aroundClient();
  vi.spyOn(Math, "random").mockReturnValue(0);
});

test("an answer is remembered, with when the next check is due, in one write", async () => {
  await seed([{}]);
  const set = vi.spyOn(local, "set");
  expect(await check("a1")).toMatchObject({ kind: "checked" });
  expect(set).toHaveBeenCalledTimes(1);
  const { state, nextCheckAt } = await storedStatus();
  expect(state.lastGoodAt).toBe(NOW);
  expect(nextCheckAt).toBe(NOW + 27 * MINUTE);
});

test("Cal.com is asked once, with the key of the account on its server", async () => {
  await seed([{ account: { apiUrl: "https://api.cal.eu/v2" } }]);
  await check("a1");
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asked).toHaveBeenCalledWith("https://api.cal.eu/v2", KEY, expect.anything());
});

test("what is news is handed on", async () => {
  await seed([{ state: anAccountState() }]);
  asked.mockResolvedValue({ kind: "key-rejected", status: 401, rejection: "invalid" });
  const checked = await check("a1");
  expect(checked).toMatchObject({ kind: "checked", changes: { notify: [{ kind: "key-rejected" }] } });
});

test("the wait after a failure is stored, and grows with each one", async () => {
  await seed([{}]);
  asked.mockResolvedValue(failedWith({ reason: "server-failed", status: 500 }));
  await check("a1");
  expect((await storedStatus()).nextCheckAt).toBe(NOW + MINUTE);
  await check("a1");
  expect((await storedStatus()).nextCheckAt).toBe(NOW + 2 * MINUTE);
});

test("a hint of the server is kept to", async () => {
  await seed([{}]);
  asked.mockResolvedValue(failedWith({ reason: "rate-limited" }, 600));
  await check("a1");
  expect((await storedStatus()).nextCheckAt).toBe(NOW + 10 * MINUTE);
});

test("the permission that is needed is that of the account's server", async () => {
  await seed([{ account: { region: "self-hosted", apiUrl: "https://cal.example.org:8443/api/v2" } }]);
  const contains = allowHosts();
  await check("a1");
  expect(contains).toHaveBeenCalledWith({ origins: ["https://cal.example.org/*"] });
});

test.each([
  [
    "no-key",
    "the key was forgotten with the session",
    { account: { keyIn: "session" as const }, key: null },
    {},
  ],
  ["no-permission", "the host permission is not granted", {}, { hosts: [] }],
  ["offline", "the browser is offline", {}, { onLine: false }],
])(
  "%s, and no request, when %s",
  async (reason, _, seeded, { hosts = undefined, onLine = true }: { hosts?: string[]; onLine?: boolean }) => {
    await seed([seeded]);
    if (hosts) allowHosts(hosts);
    vi.stubGlobal("navigator", { onLine });
    await check("a1");
    vi.stubGlobal("navigator", { onLine: true });
    expect(asked).not.toHaveBeenCalled();
    expect((await storedStatus()).state.lastFailure).toEqual({ reason });
  },
);

test("an account that does not exist is not checked", async () => {
  expect(await check("nobody")).toEqual({ kind: "dropped" });
  expect(asked).not.toHaveBeenCalled();
});
