import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aFinding, anAccountState, NOW, seed, stored } from "../../tests/support/unit/world.ts";
import { emptyStatus } from "../core/model/empty-status.ts";
import { emptyHistory, type History } from "../core/model/history.ts";
import { checksOf, historyOf, type StatusRecord, statusOf } from "../core/model/records.ts";
import { emptyChecks } from "./checks.ts";
import { commit } from "./commit.ts";

const { local } = fakeBrowser.storage;
const broken: StatusRecord = {
  ...emptyStatus(),
  state: anAccountState({ findings: [aFinding({ kind: "no-connections" })] }),
};
const checks = { ...emptyChecks(), entries: Array(20).fill({ at: NOW, ms: 1, outcome: "offline" }) };
const connections = [1, 2].map((credentialId) => ({
  integration: "google_calendar",
  credentialId,
  delegationCredentialId: null,
  app: "Google Calendar",
  whose: null,
}));

function historyOf5(): History & { version: 1 } {
  const entry = (at: number) =>
    ({ at, event: "came", kind: "connection-error", level: "error", connection: at > 3 ? 1 : 0 }) as const;
  return { ...emptyHistory(), version: 1, connections, entries: [1, 2, 3, 4, 5].map(entry) };
}

/** Refuses what is larger than that, as Chrome does. */
function quota(bytes: number) {
  const set = local.set.bind(local) as (items: object) => Promise<void>;
  return vi.spyOn(local, "set").mockImplementation((async (items: object) => {
    const all = JSON.stringify({ ...(await stored()), ...items }).length;
    if (all > bytes) throw new Error("Resource::kQuotaBytes quota exceeded");
    return set(items);
  }) as never);
}

const size = async () => JSON.stringify(await stored()).length;

beforeEach(async () => {
  await seed([{}, { account: { id: "a2" } }]);
  for (const id of ["a1", "a2"]) await local.set({ [historyOf(id)]: historyOf5(), [checksOf(id)]: checks });
});

test("where there is no room, log and older history of that account give way to its status, in one write", async () => {
  const before = await stored();
  const write = quota(await size());
  expect(await commit(() => ({ set: { [statusOf("a1")]: broken, [checksOf("a1")]: checks } }))).toBe(
    "stored",
  );
  expect(write).toHaveBeenCalledTimes(2);
  const { entries } = historyOf5();
  expect(await stored()).toEqual({
    ...before,
    [statusOf("a1")]: broken,
    [checksOf("a1")]: emptyChecks(),
    [historyOf("a1")]: {
      ...historyOf5(),
      connections: connections.slice(1),
      entries: entries.slice(3).map((entry) => ({ ...entry, connection: 0 })),
    },
  });
});

test.each([
  ["of another reason", () => void vi.spyOn(local, "set").mockRejectedValueOnce(new Error("disk full"))],
  ["when not even that is small enough", () => void quota(10)],
])("what is refused %s loses nothing", async (_, spoil) => {
  const before = await stored();
  spoil();
  await expect(commit(() => ({ set: { [statusOf("a1")]: broken } }))).rejects.toThrow();
  expect(await stored()).toEqual(before);
});

test("a history of a later version does not give way", async () => {
  await local.set({ [historyOf("a1")]: { version: 2 }, [checksOf("a1")]: { version: 2 } });
  const write = quota(10);
  await expect(commit(() => ({ set: { [statusOf("a1")]: broken } }))).rejects.toThrow("quota");
  expect(write).toHaveBeenCalledTimes(1);
});
