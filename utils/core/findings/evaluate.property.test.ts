import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  body,
  destinationRow,
  healthyConnection,
  healthyConnections,
  line,
  pause,
  shuffled,
  story,
} from "../../../tests/fixtures/arbitraries.ts";
import { answerOf, broken, type Json, REVOKED } from "../../../tests/fixtures/bodies.ts";
import { type Printed, Replay } from "../../../tests/support/unit/replay.ts";
import { type Line, readLine } from "../../diagnostics/replay/line.ts";
import { type AccountState, emptyAccountState } from "../model/account-state.ts";
import { DEFAULT_SETTINGS } from "../settings/records.ts";
import { applyAction } from "./apply-action.ts";
import { BOUNDS } from "./bounds.ts";
import { evaluate } from "./evaluate.ts";
import { shownFindings } from "./summary.ts";

// Many runs, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 60_000 });

const BEGIN = Date.parse("2026-01-05T09:00:00Z");
type Story = readonly (readonly [pause: number, line: Json])[];

/** The state after a story, and when that is. */
function remember(story: Story, step = take): { state: AccountState; now: number } {
  let now = BEGIN;
  let state = emptyAccountState();
  for (const [pause, line] of story) {
    now += pause * 1000;
    state = step(state, line, now);
  }
  return { state, now };
}

function take(state: AccountState, line: Json, now: number): AccountState {
  const { event }: Line = readLine(JSON.stringify({ ...line, at: new Date(now).toISOString() }));
  if (event.type === "action") return applyAction(state, event.action, now);
  return evaluate(state, event.observation, now, DEFAULT_SETTINGS).state;
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const ALIKE = ({ kind, subject }: { kind: string; subject: Json }) => JSON.stringify([kind, subject]);

function fitsTogether({ state, badge, level, findings, notify, nextCheckSeconds }: Printed): void {
  const effective = findings.filter(({ confirmed, expected }) => confirmed && !expected);
  const counted = effective.filter(({ kind }) => kind !== "key-rejected" && kind !== "unreachable");
  const isRejected = effective.some(({ kind }) => kind === "key-rejected");
  expect(level).toBe(counted[0]?.level ?? null);
  expect(state === "rejected").toBe(isRejected);
  const isUnknown = effective.some(({ kind }) => kind === "unreachable");
  const attends = isUnknown ? level === "error" || level === "warning" : counted.length > 0;
  if (!isRejected) expect(state === "attention").toBe(attends);
  expect(badge).toMatch(attends ? /^(|!|[1-9]\d?|99\+)$/ : /^[!?]?$/);
  expect(nextCheckSeconds).toBeGreaterThanOrEqual(0);
  expect(nextCheckSeconds).toBeLessThanOrEqual(1800);
  const news = notify.filter(({ recovered }) => !recovered);
  expect(notify.slice(0, news.length)).toEqual(news);
  const tellable = effective
    .filter(({ kind, level }) => kind !== "unreachable" && level !== "notice")
    .map(ALIKE);
  for (const one of news) expect(tellable).toContain(ALIKE(one));
}

describe("whatever Cal.com and the person do", () => {
  it("it is never too much, and what is printed fits together", () => {
    fc.assert(
      fc.property(story, (story) => {
        const replay = new Replay();
        for (const [pause, line] of story) fitsTogether(replay.wait(pause).print(line));
      }),
      { numRuns: 300 },
    );
  });

  it("the given state is not changed", () => {
    fc.assert(
      fc.property(story, (story) => {
        remember(story, (state, line, now) => take(frozen(state), line, now));
      }),
    );
  });

  it("state is plain JSON", () => {
    fc.assert(
      fc.property(story, (story) => {
        const { state } = remember(story);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });

  it("state has bounds", () => {
    const many = fc.array(fc.tuple(pause, line), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(many, (story) => {
        const { state } = remember(story);
        expect(state.connections.length).toBeLessThan(40);
        expect(state.findings.length).toBeLessThan(250);
        expect(state.pending.length).toBeLessThanOrEqual(BOUNDS.pending);
      }),
      { numRuns: 20 },
    );
  });
});

describe("after any story", () => {
  it("a failure loses nothing of last good and no finding", () => {
    fc.assert(
      fc.property(story, fc.constantFrom("offline", "timeout", "redirect"), (story, network) => {
        const { state, now } = remember(story);
        const failed = take(state, { network }, now);
        expect(failed.connections).toEqual(state.connections);
        expect(failed.destination).toEqual(state.destination);
        expect(failed.lastGoodAt).toBe(state.lastGoodAt);
        expect(failed.eventTypes).toEqual(state.eventTypes);
        expect(failed.lostApps).toEqual(state.lostApps);
        const kept = shownFindings(failed).filter(({ kind }) => kind !== "unreachable");
        const before = shownFindings(state).filter(({ kind }) => kind !== "unreachable");
        expect(kept.map(({ kind, subject }) => [kind, subject])).toEqual(
          before.map(({ kind, subject }) => [kind, subject]),
        );
      }),
    );
  });

  it("a definitive break is confirmed by its first answer", () => {
    fc.assert(
      fc.property(story, pause, healthyConnection, body, (story, pause, of, rest) => {
        const replay = new Replay();
        for (const [pause, line] of story) replay.wait(pause).line(line);
        const others = (rest.data as Json).connectedCalendars as unknown[];
        const { findings } = replay.wait(pause).answer(answerOf([...others, broken(of, REVOKED)]));
        const id = of.delegationCredentialId ? `-1/${of.delegationCredentialId}` : of.credentialId;
        expect(findings.map((one) => one.replace(" (expected)", ""))).toContain(
          `error connection-error ${id}`,
        );
      }),
    );
  });

  it.each<[string, Json]>([
    [
      "a mark on what is not there",
      { expect: "flapping", subject: { type: "connection", credentialId: 4711 } },
    ],
    [
      "an accepted absence of what is there",
      { expect: "calendar-gone", subject: { type: "connection", credentialId: 135 } },
    ],
    ["an unselected calendar that nobody knows", { unselect: { externalId: "nobody's", credentialId: 135 } }],
    ["a selected calendar of an unknown connection", { select: { externalId: "team", credentialId: 4711 } }],
  ])("%s changes nothing", (_, action) => {
    fc.assert(
      fc.property(story, (story) => {
        const { state, now } = remember(story);
        expect(take(state, { do: action }, now)).toEqual(state);
      }),
      { numRuns: 50 },
    );
  });
});

const ABOUT_DESTINATION = / destination-/;
const counted = (findings: readonly string[]) =>
  findings.filter((one) => !one.endsWith("?") && !ABOUT_DESTINATION.test(one));

const calendarsOf = ({ calendars }: Json) => calendars as Json[];

/** The same connections, of which none may stand for another: of one app only the first has calendars by these names. */
function accountsOfTheirOwn(list: readonly Json[]): Json[] {
  const types = list.map(({ integration }) => (integration as Json).type);
  return list.map((of, index) => {
    if (types.indexOf(types[index]) === index) return of;
    const calendars = calendarsOf(of).map((one) => ({ ...one, externalId: `${one.externalId}-${index}` }));
    return { ...of, primary: calendars[0], calendars };
  });
}

/** What may happen to one entry for a moment. */
const blip = fc.constantFrom<(of: Json) => unknown[]>(
  (of) => [of],
  (of) => [broken(of)],
  (of) => [broken(of, "")],
  (of) => [{ ...of, calendars: [] }],
  (of) => [{ ...of, calendars: null, primary: null }],
  (of) => [{ ...of, calendars: [null] }],
  (of) => [{ ...of, calendars: calendarsOf(of).map((one) => ({ ...one, isSelected: false })) }],
  () => [],
  () => [null],
);

it("one transient failure between two healthy answers counts and tells nothing of any connection", () => {
  const blips = fc.array(blip, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(
      healthyConnections,
      destinationRow,
      blips,
      pause,
      pause,
      (connections, row, blips, before, after) => {
        const list = accountsOfTheirOwn(connections);
        fc.pre(list.length > 0 && before < 2_592_000 && after < 2_592_000);
        const healthy = answerOf(list, row);
        const replay = new Replay();
        const first = replay.answer(healthy);
        const during = replay.wait(before).answer(
          answerOf(
            list.flatMap((of, index) => blips[index]?.(of) ?? []),
            row,
          ),
        );
        const last = replay.wait(after).answer(healthy);
        expect(counted(during.findings)).toEqual(counted(first.findings));
        expect(counted(last.findings)).toEqual(counted(first.findings));
        expect([...during.notify, ...last.notify].filter((one) => !/destination-/.test(one))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

it("the order of keys, connections and calendars makes no difference", () => {
  fc.assert(
    fc.property(story, fc.nat(), (story, seed) => {
      const [one, other] = [new Replay(), new Replay()];
      for (const [pause, line] of story) {
        const shown = one.wait(pause).line(line);
        expect(other.wait(pause).line(shuffled(line, seed) as Json)).toEqual(shown);
      }
    }),
    { numRuns: 300 },
  );
});
