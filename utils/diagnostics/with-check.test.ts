import { describe, expect, test } from "vitest";
import { anAccountState, failedWith, goodAnswer, MINUTE, NOW } from "../../tests/support/unit/world.ts";
import type { AnsweredCalendar, Observation } from "../cal-api/observation.ts";
import { type AccountState, emptyAccountState } from "../core/model/account-state.ts";
import { type ChecksLog, emptyChecksLog, isCheck } from "../core/model/checks-log.ts";
import { bytesOf, LOG_BOUNDS } from "./log/bounds.ts";
import { withAction } from "./with-action.ts";
import { withCheck } from "./with-check.ts";

const MEMORIES = { before: emptyAccountState(), after: emptyAccountState() };
const REF = { externalId: "c0", delegationCredentialId: null };
const OFFLINE = failedWith({ reason: "offline" });

/** A log of these, half an hour apart. */
function logOf(observations: readonly Observation[], before: AccountState = emptyAccountState()): ChecksLog {
  return observations.reduce(
    (log, observation, index) =>
      withCheck(log, { at: NOW + index * 30 * MINUTE, ms: 100.4, observation }, before),
    emptyChecksLog(),
  );
}

/** A good answer whose calendars are different from Cal.com's usual ones. */
function answerWith(calendars: number, change: (place: number) => Partial<AnsweredCalendar>): Observation {
  const observation = goodAnswer(calendars);
  if (observation.kind !== "answer") throw new Error("no answer");
  for (const [place, calendar] of (observation.answer.connections[0]?.calendars ?? []).entries()) {
    Object.assign(calendar, change(place));
  }
  return observation;
}

const checksOf = ({ entries }: ChecksLog) => entries.filter(isCheck);
const answersIn = (log: ChecksLog) => checksOf(log).filter(({ answer }) => answer);

describe("what is kept of a check", () => {
  test("time, duration and outcome", () => {
    expect(logOf([OFFLINE]).entries).toEqual([{ at: NOW, ms: 100, outcome: "offline" }]);
  });

  test("status and hint of a failure, status and reason of a rejection", () => {
    const failed = failedWith({ reason: "server-failed", status: 502 }, 30);
    const rejected: Observation = { kind: "key-rejected", status: 498, rejection: "expired" };
    expect(logOf([failed, rejected]).entries).toMatchObject([
      { outcome: "server-failed", status: 502, wait: 30 },
      { outcome: "expired", status: 498 },
    ]);
  });

  test("what Cal.com said, without addresses and tokens, and a redirect", () => {
    const said = failedWith({ reason: "cal-error", status: 404, message: "No user dana@example.com" });
    const { entries } = logOf([said, failedWith({ reason: "redirected" })]);
    expect(entries).toMatchObject([
      { outcome: "cal-error", status: 404, message: "No user [mail]" },
      { outcome: "redirected" },
    ]);
  });

  test("an answer only when it is another than the last one", () => {
    const log = logOf([goodAnswer(3), goodAnswer(3), OFFLINE, goodAnswer(3), goodAnswer(4), goodAnswer(4)]);
    expect(log.entries.map((entry) => isCheck(entry) && entry.answer !== undefined)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  test("of a calendar less than 25 bytes, and no id of it", () => {
    const secret = "a-secret-and-quite-long-id@group.calendar.google.com";
    const log = logOf([answerWith(100, (place) => ({ externalId: `${place}-${secret}` }))]);
    expect(bytesOf(log) / 100).toBeLessThan(25);
    expect(JSON.stringify(log)).not.toContain("secret");
    expect(JSON.stringify(log)).not.toContain("Calendar 1");
  });
});

describe("where a log starts", () => {
  test("with nothing, for an account that was never asked", () => {
    expect(logOf([goodAnswer()]).start).toBeNull();
  });

  test("with what was known, for one that was watched before there was a log", () => {
    expect(logOf([OFFLINE], anAccountState()).start).toMatchObject({
      at: NOW - 10 * MINUTE,
      connections: [],
    });
  });

  test("moves forward when the oldest check leaves, and takes its answer along", () => {
    const log = logOf([goodAnswer(2), ...Array.from({ length: LOG_BOUNDS.checks }, () => goodAnswer(3))]);
    expect(log.start?.connections[0]?.calendars).toHaveLength(2);
    expect(answersIn(log)).toHaveLength(1);
    expect(checksOf(log)[0]?.answer?.connections[0]?.calendars).toHaveLength(3);
  });
});

describe("bounds", () => {
  test("50 checks are kept, the newest", () => {
    const log = logOf(Array.from({ length: 130 }, (_, index) => goodAnswer((index % 3) + 1)));
    expect(checksOf(log)).toHaveLength(50);
    expect(checksOf(log).at(-1)?.at).toBe(NOW + 129 * 30 * MINUTE);
  });

  test("in a long outage the last answers stay, and failures go", () => {
    const log = logOf([goodAnswer(1), goodAnswer(2), ...Array.from({ length: 90 }, () => OFFLINE)]);
    expect(checksOf(log)).toHaveLength(50);
    expect(checksOf(log).slice(0, 3)).toMatchObject([
      { outcome: "answer" },
      { outcome: "answer" },
      { outcome: "offline" },
    ]);
  });

  test("200 actions are kept, the newest", () => {
    let log = logOf([goodAnswer()]);
    for (let index = 0; index < 300; index++) {
      log = withAction(
        log,
        { action: "select-calendar", ...REF, credentialId: index },
        MEMORIES,
        NOW + index,
      );
    }
    expect(log.entries.filter((entry) => !isCheck(entry))).toHaveLength(200);
    expect(log.entries.at(-1)).toMatchObject({ action: "select-calendar", credentialId: 299 });
    expect(log.start?.connections).toHaveLength(1);
  });

  test("never more than 100,000 bytes, whatever the answers are", () => {
    let log = emptyChecksLog();
    for (let index = 0; index < 9; index++) {
      const observation = answerWith(1_000, (place) => ({ readOnly: (place + index) % 3 === 0 }));
      log = withCheck(log, { at: NOW + index * MINUTE, ms: 1, observation }, emptyAccountState());
      expect(bytesOf(log)).toBeLessThanOrEqual(LOG_BOUNDS.bytes);
    }
    expect(log.outcomesOnly).toBe(false);
    expect(answersIn(log).length).toBeGreaterThan(2);
  });

  test("an answer that does not fit leaves outcomes only, until answers are small again", () => {
    const large = logOf([OFFLINE, goodAnswer(20_000), OFFLINE]);
    expect(large).toMatchObject({ outcomesOnly: true, start: null });
    expect(checksOf(large).map(({ outcome }) => outcome)).toEqual(["offline", "answer", "offline"]);
    expect(answersIn(large)).toEqual([]);
    const again = withCheck(large, { at: NOW + 1, ms: 1, observation: goodAnswer(3) }, anAccountState());
    expect(again.outcomesOnly).toBe(false);
    expect(answersIn(again)).toHaveLength(1);
  });

  test("a thousand marks of one connection take about 15 bytes each", () => {
    const findings = Array.from({ length: 1_000 }, (_, index) => ({
      kind: "not-selected" as const,
      subject: {
        type: "calendar" as const,
        integration: "google_calendar",
        credentialId: 1,
        delegationCredentialId: null,
        externalId: `calendar-${index}`,
      },
    }));
    const log = withAction(logOf([OFFLINE]), { action: "acknowledge", findings, until: null }, MEMORIES, NOW);
    expect(bytesOf(log)).toBeLessThan(16_000);
  });
});
