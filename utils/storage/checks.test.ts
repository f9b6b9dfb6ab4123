import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { EVERY_ACTION } from "../../tests/fixtures/performed.ts";
import { anAccountState, failedWith, goodAnswer, NOW, seed, stored } from "../../tests/support/unit/world.ts";
import { recordsAfter } from "../background/checks/records-after-check.ts";
import type { Observation } from "../cal-api/observation.ts";
import { emptyAccountState } from "../core/model/account-state.ts";
import type { ChecksLog } from "../core/model/checks-log.ts";
import { emptyStatus } from "../core/model/empty-status.ts";
import { withAction } from "../diagnostics/with-action.ts";
import { withCheck } from "../diagnostics/with-check.ts";
import { changedChecks, checksKind, emptyChecks, readChecks } from "./checks.ts";
import { decode } from "./decode.ts";
import { kindOf } from "./record-kinds.ts";
import { repair } from "./repair.ts";

const at = NOW;
const OWN = { integration: "google_calendar", externalId: "c0" };
const before = anAccountState({
  eventTypes: [{ id: 11, title: "Intro", destination: null, remembered: OWN, seenAnswer: 1 }],
  lostApps: [{ integration: "google_calendar", answer: 2 }],
});
const MEMORIES = { before: anAccountState(), after: anAccountState() };

function withEventTypes(observation: Observation): Observation {
  if (observation.kind !== "answer") return observation;
  const eventTypes = { eventTypes: [{ id: 11, title: "Intro", destination: OWN }], malformed: 1 };
  return { kind: "answer", answer: { ...observation.answer, eventTypes } };
}

/** A log with everything that may be in one. */
function fullLog(): ChecksLog {
  const observations = [
    goodAnswer(3),
    withEventTypes(goodAnswer(3)),
    withEventTypes(goodAnswer(3)),
    failedWith({ reason: "server-failed", status: 502 }, 12.5),
    { kind: "key-rejected" as const, status: 401, rejection: "invalid" as const },
  ];
  const checked = observations.reduce(
    (log, observation) => withCheck(log, { at, ms: 12, observation }, before),
    emptyChecks() as ChecksLog,
  );
  return EVERY_ACTION.reduce((log, action) => withAction(log, action, MEMORIES, at), checked);
}

describe("the record of checks", () => {
  test("is read as it was written, with all that may be in it", () => {
    const record = { version: 1, ...fullLog() };
    expect(decode(structuredClone(record), checksKind)).toEqual({ kind: "ok", value: record });
    expect(kindOf("checks:a1")).toBe(checksKind);
  });

  test.each([
    ["a moment that is none", { entries: [{ at: 1e20, ms: 1, outcome: "offline" }] }],
    ["an outcome that is none", { entries: [{ at, ms: 1, outcome: "fine" }] }],
    ["an action that is none", { entries: [{ at, action: "delete" }] }],
    ["no entries", { entries: null }],
  ])("with %s is damaged, and no recording is made of what is left", (_, damage) => {
    const read = decode({ ...emptyChecks(), ...damage }, checksKind);
    expect(read).toEqual({ kind: "damaged", saved: { ...emptyChecks(), outcomesOnly: true } });
  });

  test("is put out of the way when it is damaged", async () => {
    await seed([{}]);
    await fakeBrowser.storage.local.set({ "checks:a1": { version: 1 } });
    await repair();
    const all = await stored();
    expect(all["checks:a1"]).toEqual({ ...emptyChecks(), outcomesOnly: true });
    expect(Object.keys(all).filter((name) => name.startsWith("damaged:checks:a1"))).toHaveLength(1);
  });
});

describe("what a commit has to write", () => {
  const add = (log: ChecksLog) =>
    withCheck(log, { at, ms: 1, observation: failedWith({ reason: "offline" }) }, emptyAccountState());

  test("is nothing when nothing changes, and nothing when a later version wrote it", async () => {
    expect(await changedChecks("a1", (log) => log)).toEqual({});
    await fakeBrowser.storage.local.set({ "checks:a1": { version: 2 } });
    expect(await changedChecks("a1", add)).toEqual({});
  });

  test("is a log that no recording is made of when it could not be gone on with", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await fakeBrowser.storage.local.set({ "checks:a1": { version: 1, ...fullLog() } });
    const broken = () => {
      throw new Error("a fault of ours");
    };
    const kept = { version: 1, ...fullLog(), outcomesOnly: true };
    expect(await changedChecks("a1", broken)).toEqual({ "checks:a1": kept });
    expect(console.error).toHaveBeenCalledOnce();
  });

  test("after a check is there beside the status, with how long it took", async () => {
    const { others } = await recordsAfter(emptyStatus(), {
      accountId: "a1",
      observation: goodAnswer(),
      ms: 431,
      eventTypes: null,
    });
    expect(others["checks:a1"]).toMatchObject({ version: 1, entries: [{ ms: 431, outcome: "answer" }] });
  });

  test("and is read back", async () => {
    await fakeBrowser.storage.local.set(await changedChecks("a1", add));
    expect(await readChecks("a1")).toMatchObject({
      kind: "ok",
      value: { entries: [{ outcome: "offline" }] },
    });
  });
});
