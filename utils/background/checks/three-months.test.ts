import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { chances } from "../../../tests/support/unit/random.ts";
import { SimulatedWorld } from "../../../tests/support/unit/simulated-world.ts";
import { toldBy } from "../../../tests/support/unit/told-history.ts";
import { allowHosts, MINUTE, seed, stored } from "../../../tests/support/unit/world.ts";
import { bytesOf } from "../../core/history/bound-entries.ts";
import { EVENTS, emptyHistory } from "../../core/model/history.ts";
import { type HistoryRecord, historyOf, type StatusRecord, statusOf } from "../../core/model/records.ts";
import { acknowledgeFindings, unacknowledgeFindings } from "../user-actions/acknowledge.ts";
import { endSnooze, snooze } from "../user-actions/snooze.ts";
import { check } from "./check.ts";

// Thousands of checks, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 600_000 });

const { local } = fakeBrowser.storage;
const AN_HOUR = 60 * MINUTE;
/** A little more than the history keeps, and over a change of the clocks. */
const CHECKS = 92 * 24;
const START = Date.parse("2026-01-12T06:07:00Z");
const OUTLOOK_BROKEN = {
  kind: "connection-error" as const,
  subject: subjectOf("office365_calendar", 212),
};
const FEED_GONE = { kind: "connection-gone" as const, subject: subjectOf("ics-feed_calendar", 300) };

function subjectOf(integration: string, credentialId: number) {
  return { type: "connection" as const, integration, credentialId, delegationCredentialId: null };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
  allowHosts();
});

/** What the person does now and then between two checks. */
class Person {
  readonly #chance = chances(7);
  readonly #world: SimulatedWorld;
  #isExpected = false;
  #snoozedUntil = 0;

  constructor(world: SimulatedWorld) {
    this.#world = world;
  }

  async action(now: number): Promise<void> {
    const world = this.#world;
    if (!world.isOutlookBroken) this.#isExpected = false;
    if (this.#chance(0.9)) return;
    if (world.isOutlookBroken) {
      const action = this.#isExpected ? "unacknowledge" : "acknowledge";
      await (this.#isExpected ? unacknowledgeFindings : acknowledgeFindings)("a1", [OUTLOOK_BROKEN]);
      this.#isExpected = !this.#isExpected;
      world.truth.tell(now, {
        event: "action",
        action,
        level: "error",
        kind: "connection-error",
        app: "Outlook Calendar",
      });
    } else if (world.isFeedGone) {
      await acknowledgeFindings("a1", [FEED_GONE]);
      world.truth.tell(now, {
        event: "action",
        action: "acknowledge",
        level: "warning",
        kind: "connection-gone",
        app: "ICS Feed",
      });
      world.forgetFeed(now);
    } else if (now < this.#snoozedUntil) {
      await endSnooze();
      this.#snoozedUntil = 0;
      world.truth.tell(now, { event: "action", action: "end-snooze" });
    } else {
      await snooze("hour");
      this.#snoozedUntil = now + 60 * MINUTE;
      world.truth.tell(now, { event: "action", action: "snooze", until: this.#snoozedUntil });
    }
  }
}

test("through three months of checks no entry is lost or doubled, the days are right, and nothing grows without end", async () => {
  await seed([{}]);
  await local.remove(statusOf("a1"));
  const world = new SimulatedWorld(42, AN_HOUR);
  const person = new Person(world);
  const set = vi.spyOn(local, "set");
  let history = { version: 1, ...emptyHistory() } as HistoryRecord;
  let largest = 0;

  for (let step = 0; step < CHECKS; step++) {
    const now = START + step * AN_HOUR;
    vi.setSystemTime(now);
    const { status, body } = step === 0 ? world.first(now) : world.answer(now);
    vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body), { status }));
    set.mockClear();
    await check("a1");

    // What is in one write can't be torn apart.
    expect(set).toHaveBeenCalledTimes(1);
    const written = set.mock.calls[0]?.[0] as Record<string, unknown>;
    expect(written).toHaveProperty(statusOf("a1"));
    if (historyOf("a1") in written) {
      expect(JSON.stringify(written[historyOf("a1")])).not.toBe(JSON.stringify(history));
      history = written[historyOf("a1")] as HistoryRecord;
    }

    const { entries, connections, days } = history;
    expect(entries.length).toBe(world.truth.kept(now).length);
    expect(now - (entries[0]?.at ?? now)).toBeLessThanOrEqual(90 * 86_400_000);
    expect(connections.length).toBeLessThanOrEqual(3);
    expect(days.length).toBeLessThanOrEqual(3);
    if (step % 16 === 0) {
      expect(newest(toldBy(history))).toEqual(newest(world.truth.kept(now)));
      expect(days.map((row) => `${row.app} ${row.last} ${row.days}`)).toEqual(world.truth.days(now));
      largest = Math.max(largest, bytesOf(await stored()));
    }

    vi.setSystemTime(now + 5 * MINUTE);
    set.mockClear();
    await person.action(now + 5 * MINUTE);
    expect(set.mock.calls.length).toBeLessThanOrEqual(1);
    history = (await local.get(historyOf("a1")))[historyOf("a1")] as HistoryRecord;
  }

  const { state } = (await stored())[statusOf("a1")] as StatusRecord;
  expect(state.connections.length).toBeLessThanOrEqual(3);
  // Enough went on, and some of it is too old by now.
  expect(world.truth.lines.length).toBeGreaterThan(500);
  expect(history.entries.length).toBeLessThan(world.truth.lines.length);
  expect(new Set(history.entries.map(({ event }) => event)).size).toBe(EVENTS.length);
  expect(JSON.stringify(history)).not.toContain("s3cr3t");
  expect(largest).toBeLessThan(500_000);
});

/** Sorted, as the order within one moment is of no interest; without the oldest moment, which a bound may cut through. */
function newest(lines: string[]): string[] {
  const oldest = lines[0]?.split(" ")[0] ?? "";
  return lines.filter((line) => lines.length < 2_000 || !line.startsWith(oldest)).sort();
}
