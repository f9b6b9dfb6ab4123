import { describe, expect, it } from "vitest";
import {
  ALONE,
  answerOf,
  BOTH,
  broken,
  calendar,
  google,
  type Json,
  REVOKED_212,
} from "../../../tests/fixtures/bodies.ts";
import type { Answer, AnsweredEventType, AnsweredEventTypes } from "../../cal-api/observation.ts";
import { observeCalendars } from "../../cal-api/observe.ts";
import { type AccountState, emptyAccountState } from "../model/account-state.ts";
import { DEFAULT_SETTINGS } from "../settings/records.ts";
import { BOUNDS } from "./bounds.ts";
import { evaluate } from "./evaluate.ts";
import { forgetEventTypes } from "./forget-event-types.ts";

const HALF_AN_HOUR = 30 * 60_000;

function answered(body: Json, eventTypes: AnsweredEventTypes | null): Answer {
  const observation = observeCalendars({ status: 200, headers: new Map(), json: body }, 0);
  if (observation.kind !== "answer") throw new Error("not a good answer");
  return { ...observation.answer, eventTypes };
}

function told(state: AccountState, body: Json, eventTypes: AnsweredEventTypes | null) {
  const now = (state.lastGoodAt ?? Date.parse("2026-01-05T09:00:00Z")) + HALF_AN_HOUR;
  const observation = { kind: "answer", answer: answered(body, eventTypes) } as const;
  return evaluate(state, observation, now, DEFAULT_SETTINGS);
}

const after = (state: AccountState, body: Json, eventTypes: AnsweredEventTypes | null) =>
  told(state, body, eventTypes).state;

const types = (eventTypes: AnsweredEventType[], malformed = 0) => ({ eventTypes, malformed });

function many(count: number, externalId: (index: number) => string, from = 1): AnsweredEventType[] {
  return Array.from({ length: count }, (_, index) => ({
    id: from + index,
    title: `Event type ${index}`,
    destination: { integration: "google_calendar", externalId: externalId(index) },
  }));
}

describe("many event types", () => {
  it("are remembered up to 500: the lowest ids go first, and with them what was said of them", () => {
    const first = after(emptyAccountState(), BOTH, types(many(500, () => "nowhere")));
    expect(first.findings).toHaveLength(500);
    const { state, changes } = told(first, BOTH, types(many(501, () => "nowhere")));
    expect(state.eventTypes.map(({ id }) => id)).toEqual(many(500, String, 2).map(({ id }) => id));
    expect(state.findings).toHaveLength(500);
    expect(changes.notify).toHaveLength(499);
    expect(state.dropped.eventTypes).toBe(1);
  });

  it("are no more when those that are not listed may be there still", () => {
    const first = after(emptyAccountState(), BOTH, types(many(400, () => "nowhere")));
    const state = after(
      first,
      BOTH,
      types(
        many(300, () => "nowhere", 1_001),
        1,
      ),
    );
    expect(state.eventTypes).toHaveLength(BOUNDS.eventTypes);
    expect(state.eventTypes[0]?.id).toBe(201);
    expect(state.dropped.eventTypes).toBe(200);
  });

  it("are by id, in whichever order Cal.com has them", () => {
    const all = many(20, (index) => (index % 2 ? "nowhere" : "dana@example.com"));
    const [one, other] = [all, all.toReversed()].map((each) => after(emptyAccountState(), BOTH, types(each)));
    expect(one).toEqual(other);
  });

  it("are judged by an index: each calendar of a large account is looked at a few times only", () => {
    let looks = 0;
    const calendars = Array.from({ length: 1_000 }, (_, index) => calendar(`c${index}`));
    const answer = answered(answerOf([google(135, ...calendars)]), types(many(500, (index) => `c${index}`)));
    for (const listed of answer.connections[0]?.calendars ?? []) {
      const { externalId } = listed;
      Object.defineProperty(listed, "externalId", {
        get: () => {
          looks += 1;
          return externalId;
        },
      });
    }
    evaluate(emptyAccountState(), { kind: "answer", answer }, 0, DEFAULT_SETTINGS);
    expect(looks).toBeLessThan(20_000);
  });
});

describe("what is remembered of apps that broke", () => {
  const inOutlook = types([
    { id: 1, title: null, destination: { integration: "office365_calendar", externalId: "AA" } },
  ]);

  it("is no more than what some event type may have lost its calendar to", () => {
    const seen = after(emptyAccountState(), BOTH, inOutlook);
    const broke = after(seen, REVOKED_212, null);
    expect(broke.lostApps).toEqual([{ integration: "office365_calendar", answer: 2 }]);
    expect(after(broke, REVOKED_212, inOutlook).lostApps).toEqual([]);
    expect(after(after(emptyAccountState(), BOTH, null), ALONE, null).lostApps).toEqual([]);
  });

  it("does not grow with the apps that a server may think of", () => {
    const anyApp = { id: 1, title: null, destination: { integration: null, externalId: "AA" } };
    const seen = after(emptyAccountState(), BOTH, types([anyApp]));
    const odd = Array.from({ length: 120 }, (_, index) => ({
      ...broken(google(index, calendar("odd")), "Access token expired or revoked"),
      integration: { type: `odd-${index}_calendar` },
    }));
    const state = after(seen, answerOf(odd), null);
    expect(state.lostApps.length).toBe(100);
  });
});

describe("event types that are not looked at any more", () => {
  it("are forgotten with all that was said of them, and nothing else is", () => {
    const list = after(emptyAccountState(), REVOKED_212, null);
    const whole = after(list, REVOKED_212, types(many(3, () => "nowhere")));
    const forgotten = forgetEventTypes(whole);
    expect(forgotten.eventTypes).toEqual([]);
    expect(forgotten.lostApps).toEqual([]);
    expect(forgotten.findings).toEqual(after(list, REVOKED_212, null).findings);
  });

  it("leave the state as it is where there are none", () => {
    const state = after(emptyAccountState(), REVOKED_212, null);
    expect(forgetEventTypes(state)).toBe(state);
  });
});
