import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { line } from "../../../tests/fixtures/arbitraries.ts";
import { passedBy, timeOf } from "../../core/clock.ts";
import { applyAction } from "../../core/findings/apply-action.ts";
import { emptyStatus } from "../../core/model/empty-status.ts";
import type { History } from "../../core/model/history.ts";
import { checksOf, historyOf, type StatusRecord, statusOf } from "../../core/model/records.ts";
import { withReconnection } from "../../core/schedule/reconnections.ts";
import { DAY, MINUTE, SECOND } from "../../core/time.ts";
import { type Line, readLine } from "../../diagnostics/replay/line.ts";
import { recordsAfter } from "./records-after-check.ts";

// Many runs, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 300_000 });

const { local } = fakeBrowser.storage;
const BEGIN = Date.parse("2026-01-05T09:00:00Z");
const GOOGLE = { integration: "google_calendar", credentialId: 135, delegationCredentialId: null };
const RECORDS = [statusOf("a1"), historyOf("a1"), checksOf("a1")];

/** One line of a story: when it is, what the browser's clock shows then, and the date of the answer, if there is one. */
interface Told {
  time: number;
  clock: number;
  date: number | null;
  event: Line["event"];
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: BEGIN });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

/**
 * The records after a story, as they are stored.
 * @param opened the place before which the person set out to make a connection anew, by a clock that was right
 */
async function recordsOf(story: readonly Told[], opened?: number): Promise<Record<string, unknown>> {
  await local.clear();
  let status = emptyStatus();
  for (const [place, { time, clock, date, event }] of story.entries()) {
    if (place === opened) status = reconnecting(status, time - SECOND / 2);
    vi.setSystemTime(clock);
    status = await next(status, event, date);
  }
  return local.get(RECORDS);
}

function reconnecting(status: StatusRecord, now: number): StatusRecord {
  return { ...status, reconnections: withReconnection(status.reconnections, GOOGLE, timeOf(status, now)) };
}

async function next(status: StatusRecord, event: Line["event"], date: number | null): Promise<StatusRecord> {
  if (event.type === "action") {
    const now = timeOf(status, Date.now());
    return { ...status, state: applyAction(status.state, event.action, now, passedBy(status, now)) };
  }
  const observation = { ...event.observation, ...(date !== null && { date }) };
  const after = await recordsAfter(status, { accountId: "a1", observation, ms: 1, eventTypes: null });
  await local.set({ [statusOf("a1")]: after.status, ...after.others });
  return after.status;
}

/** Whole seconds, as dates of answers have no parts of them; a story takes less than a day. */
const pause = fc.constantFrom(1, 15, 60, 299, 300, 1800, 7201).map((one) => one * SECOND);
/** By more than a clock is given: ahead by more than a day, or back. */
const jump = fc
  .oneof(
    fc.integer({ min: 2 * 86_400, max: 400 * 86_400 }),
    fc.integer({ min: -400 * 86_400, max: -2 * 86_400 }),
  )
  .map((seconds) => seconds * SECOND);
const story = fc.array(fc.tuple(pause, line), { minLength: 3, maxLength: 11 });

function told(lines: readonly (readonly [number, object])[], isDated: boolean): Told[] {
  let time = BEGIN;
  return lines.map(([pause, line]) => {
    time += pause;
    const { event } = readLine(JSON.stringify({ ...line, at: new Date(time).toISOString() }));
    const hasDate = isDated && event.type === "observation" && event.observation.kind !== "failure";
    return { time, clock: time, date: hasDate ? time : null, event };
  });
}

const isLook = ({ event }: Told) => event.type === "observation";
const isAnswered = ({ event }: Told) => event.type === "observation" && event.observation.kind === "answer";

/** The places of the looks at which the clock may jump: not the first one, as nothing is known then, nor the last. */
function between(all: readonly Told[], isMeant: (one: Told) => boolean): number[] {
  const looks = all.flatMap((one, place) => (isLook(one) ? [place] : []));
  return looks.filter((place, index) => {
    const [before, after] = [all[looks[index - 1] ?? -1], all[looks[index + 1] ?? -1]];
    return before && after && isMeant(all[place] as Told);
  });
}

test("a clock that is wrong at one answer leaves no trace, when the answer says when it was", async () => {
  await fc.assert(
    fc.asyncProperty(story, jump, fc.nat(), fc.boolean(), async (lines, ms, which, isOpened) => {
      const right = told(lines, true);
      const places = between(right, ({ date }) => date !== null);
      fc.pre(places.length > 0);
      const place = places[which % places.length] ?? 0;
      const wrong = right.map((one, at) => (at === place ? { ...one, clock: one.clock + ms } : one));
      const opened = isOpened ? place : undefined;
      expect(await recordsOf(wrong, opened)).toEqual(await recordsOf(right, opened));
    }),
    { numRuns: 100 },
  );
});

test("and when it does not, the answer is as one that came right after the one before", async () => {
  await fc.assert(
    fc.asyncProperty(story, jump, fc.nat(), fc.boolean(), async (lines, ms, which, isOpened) => {
      const all = told(lines, false);
      const places = between(all, isAnswered);
      fc.pre(places.length > 0);
      const place = places[which % places.length] ?? 0;
      const last = all.slice(0, place).findLast(isLook)?.time ?? BEGIN;
      const wrong = all.map((one, at) => (at === place ? { ...one, clock: one.clock + ms } : one));
      const right = all.map((one, at) => (at === place ? { ...one, clock: last + 1 } : one));
      const opened = isOpened ? place : undefined;
      expect(await recordsOf(wrong, opened)).toEqual(await recordsOf(right, opened));
    }),
    { numRuns: 100 },
  );
});

test("a clock that is wrong at one failure ends nothing and wipes nothing", async () => {
  const failure = fc.constantFrom("offline", "dns", "timeout").map((network) => ({ network }));
  await fc.assert(
    fc.asyncProperty(
      story,
      failure,
      jump,
      fc.nat(),
      fc.boolean(),
      async (lines, failed, ms, which, isOpened) => {
        const place = 1 + (which % (lines.length - 1));
        const all = told([...lines.slice(0, place), [15 * SECOND, failed], ...lines.slice(place)], false);
        fc.pre(isAnswered(all.at(-1) as Told) && between(all, isLook).includes(place));
        const wrong = all.map((one, at) => (at === place ? { ...one, clock: one.clock + ms } : one));
        const opened = isOpened ? place : undefined;
        expect(lasting(await recordsOf(wrong, opened))).toEqual(lasting(await recordsOf(all, opened)));
      },
    ),
    { numRuns: 100 },
  );
});

/** What is remembered but for outages: failures may be as far apart as the clock says. */
function lasting(records: Record<string, unknown>): unknown {
  const { state, mendings, reconnections, automatic } = records[statusOf("a1")] as StatusRecord;
  const history = records[historyOf("a1")] as History | undefined;
  const entries = history?.entries.filter(({ kind }) => kind !== "unreachable") ?? [];
  return { state, mendings, reconnections, automatic, entries, days: history?.days };
}

test("one that goes on to be wrong is believed a day after, and then what is over ends", async () => {
  const wait = 35 * DAY;
  const [begin] = told([[MINUTE, { status: 200, body: {} }]], false);
  expect(begin).toBeDefined();
  const at = (clock: number): Told => ({ ...(begin as Told), clock });
  const good = { status: 200, body: { status: "success", data: { connectedCalendars: [] } } };
  const [answer] = told([[MINUTE, good]], false);
  const looks = [BEGIN, BEGIN + wait, BEGIN + wait + DAY - MINUTE].map((clock) => ({
    ...(answer as Told),
    clock,
  }));
  const snoozed: Told = {
    ...at(BEGIN + MINUTE),
    event: { type: "action", action: { action: "snooze", until: BEGIN + 2 * DAY } },
  };
  const [first, ...rest] = looks as [Told, ...Told[]];
  const until = async (story: Told[]) =>
    ((await recordsOf(story))[statusOf("a1")] as StatusRecord).state.snoozeUntil;
  expect(await until([first, snoozed, ...rest])).toBe(BEGIN + 2 * DAY);
  const believed = { ...(answer as Told), clock: BEGIN + wait + DAY };
  expect(await until([first, snoozed, ...rest, believed])).toBeNull();
});
