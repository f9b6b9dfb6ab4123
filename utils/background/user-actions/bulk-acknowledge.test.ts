import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  aFinding,
  allowHosts,
  anAccountState,
  calendarSubject,
  failedWith,
  goodAnswer,
  NOW,
  seed,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { fetchCalendars } from "../../cal-api/client.ts";
import type { Observation } from "../../cal-api/observation.ts";
import { emptyAccountState } from "../../core/model/account-state.ts";
import { check } from "../checks/check.ts";
import { acknowledgeFindings, unacknowledgeFindings } from "./acknowledge.ts";
import { snooze } from "./snooze.ts";

vi.mock("../../cal-api/client.ts");

const asked = vi.mocked(fetchCalendars);
const isAnswered = async () => (await storedStatus()).bulkAcknowledgeAnswered ?? false;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  allowHosts();
});

/** An answer with a calendar that can't be written to. */
function withNotice(): Observation {
  const observation = goodAnswer(2);
  if (observation.kind !== "answer") throw new Error("This is no answer.");
  const [connection] = observation.answer.connections;
  const calendar = connection?.calendars[1];
  if (calendar) calendar.readOnly = true;
  return observation;
}

async function checked(observation: Observation): Promise<boolean> {
  asked.mockReset().mockResolvedValue(observation);
  await check("a1");
  return isAnswered();
}

describe("the offer after the first check is over", () => {
  test("with a good answer that leaves nothing to offer, so that what comes months later is not offered", async () => {
    await seed([{ state: emptyAccountState() }]);
    expect(await checked(failedWith({ reason: "offline" }))).toBe(false);
    expect(await checked(goodAnswer())).toBe(true);
    expect(await checked(withNotice())).toBe(true);
  });

  test("not while there is something to offer", async () => {
    await seed([{ state: emptyAccountState() }]);
    expect(await checked(withNotice())).toBe(false);
    expect(await checked(withNotice())).toBe(false);
    expect(await checked(goodAnswer(2))).toBe(true);
  });

  test("once the person has marked all of it, one by one", async () => {
    const notice = (n: number) =>
      aFinding({ kind: "read-only", level: "notice", subject: calendarSubject(`c${n}`) });
    const ref = (n: number) => ({ kind: "read-only" as const, subject: calendarSubject(`c${n}`) });
    await seed([{ state: anAccountState({ findings: [notice(0), notice(1)] }) }]);
    await acknowledgeFindings("a1", [ref(0)]);
    expect(await isAnswered()).toBe(false);
    await acknowledgeFindings("a1", [ref(1)]);
    expect(await isAnswered()).toBe(true);
    await unacknowledgeFindings("a1", [ref(1)]);
    expect(await isAnswered()).toBe(true);
  });

  test("not by a snooze before the first answer", async () => {
    await seed([{ state: emptyAccountState() }]);
    await snooze("hour");
    expect(await isAnswered()).toBe(false);
  });
});
