import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aFinding,
  anAccountState,
  goodAnswer,
  NOW,
  seed,
  stored,
  storedStatus,
} from "../../tests/support/unit/world.ts";
import { evaluate } from "../core/findings/evaluate.ts";
import { emptyAccountState } from "../core/model/account-state.ts";
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

const aReading = {
  integration: "google_calendar",
  credentialId: 1,
  delegationCredentialId: null,
  externalId: "c0",
  at: NOW,
  outcome: "busy",
  count: 3,
} as const;

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

describe("where not even that is enough", () => {
  /** 600 calendars that work, of which every other one is not checked, and 50 of a connection that broke. */
  function large(): StatusRecord {
    const { state } = evaluate(emptyAccountState(), goodAnswer(600), NOW, { intervalMinutes: 30 });
    const [healthy] = state.connections;
    if (!healthy) throw new Error("There is no connection.");
    const calendars = healthy.calendars.map((one, index) => ({ ...one, isSelected: index % 2 === 0 }));
    const gone = {
      ...healthy,
      credentialId: 2,
      condition: "broken" as const,
      calendars: calendars.slice(0, 50),
    };
    return { ...emptyStatus(), state: { ...state, connections: [{ ...healthy, calendars }, gone] } };
  }

  const keptOf = (status: StatusRecord) => status.state.connections.map(({ calendars }) => calendars.length);

  test("calendars that work give way, as few as have to, and it is noted how many", async () => {
    const status = large();
    const whole = (await size()) + JSON.stringify(status).length;
    quota(whole - 30_000);
    expect(await commit(() => ({ set: { [statusOf("a1")]: status } }))).toBe("stored");
    const after = await storedStatus("a1");
    const [kept = 0, broken] = keptOf(after);
    expect(broken).toBe(50);
    expect(kept).toBeLessThan(560);
    expect(kept).toBeGreaterThan(400);
    expect(after.state.connections[0]?.notKept).toBe(600 - kept);
    expect(after.state.connections[0]?.calendars.filter(({ isSelected }) => isSelected)).toHaveLength(300);
  });

  test("the largest account makes room for what another one has to store", async () => {
    await local.set({ [statusOf("a2")]: large() });
    quota((await size()) + 100);
    const [name, other] = [statusOf("a1"), { ...broken, readings: Array(50).fill(aReading) }];
    await local.remove([historyOf("a1"), checksOf("a1")] as never);
    expect(await commit(() => ({ set: { [name]: other } }))).toBe("stored");
    expect(await storedStatus("a1")).toEqual(other);
    expect(keptOf(await storedStatus("a2"))[0]).toBeLessThan(600);
    expect(keptOf(await storedStatus("a2"))[1]).toBe(50);
  });

  test("what goes with the same write goes, and is not made smaller instead", async () => {
    await local.remove([historyOf("a1"), checksOf("a1")] as never);
    await local.set({ [statusOf("a2")]: large() });
    const less = (await size()) - 30_000;
    const first = vi.spyOn(local, "set").mockRejectedValueOnce(new Error("quota exceeded"));
    const write = { set: { [statusOf("a1")]: broken }, remove: [statusOf("a2"), historyOf("a2")] };
    expect(await commit(() => write)).toBe("stored");
    expect(first).toHaveBeenCalledTimes(2);
    expect(await size()).toBeLessThan(less);
    expect(Object.keys(await stored())).not.toContain(statusOf("a2"));
  });

  test("with the same answer the same ones are kept", async () => {
    quota((await size()) + JSON.stringify(large()).length - 30_000);
    await commit(() => ({ set: { [statusOf("a1")]: large() } }));
    const first = await storedStatus("a1");
    await commit(() => ({ set: { [statusOf("a1")]: large() } }));
    expect(await storedStatus("a1")).toEqual(first);
  });

  test("the past gives way once for calendars for which there is no room, and not at each check", async () => {
    quota((await size()) + JSON.stringify(large()).length - 30_000);
    const history = async () => (await stored())[historyOf("a1")];
    await commit(() => ({ set: { [statusOf("a1")]: large() } }));
    const [first, left] = [await storedStatus("a1"), await history()];
    for (let check = 0; check < 3; check += 1) {
      await commit(() => ({ set: { [statusOf("a1")]: large() } }));
      expect(await history()).toEqual(left);
      expect(await storedStatus("a1")).toEqual(first);
    }
  });

  test("once there is room again all are kept", async () => {
    const write = quota((await size()) + JSON.stringify(large()).length - 30_000);
    await commit(() => ({ set: { [statusOf("a1")]: large() } }));
    write.mockRestore();
    await commit(() => ({ set: { [statusOf("a1")]: large() } }));
    expect(await storedStatus("a1")).toEqual(large());
  });

  test("nothing that is broken gives way: what there is no room for then is not stored, and nothing is lost", async () => {
    const before = await stored();
    quota(await size());
    const { state } = large();
    const connections = state.connections.map((one) => ({ ...one, condition: "broken" as const }));
    const status = { ...large(), state: { ...state, connections } };
    await expect(commit(() => ({ set: { [statusOf("a1")]: status } }))).rejects.toThrow("quota");
    expect(await stored()).toEqual(before);
  });
});
