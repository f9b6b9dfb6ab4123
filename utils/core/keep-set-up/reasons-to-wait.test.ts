import { describe, expect, test } from "vitest";
import { broken, calendar, connection } from "../../../tests/fixtures/answers.ts";
import { Due, moved, removed, rewritten } from "../../../tests/support/unit/due-acts.ts";
import { brokenGoogle, google, MendingStory, UNREADABLE } from "../../../tests/support/unit/mending-story.ts";
import type { PendingAction } from "../model/account-state.ts";
import { DAY, MINUTE } from "../time.ts";
import { nextAct } from "./next-act.ts";

const GOOGLE = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const awaited = (action: PendingAction["action"], externalId: string): PendingAction => ({
  action,
  at: 0,
  integration: "google_calendar",
  externalId,
});

const DESTINATION = { what: "destination", integration: "office365_calendar", externalId: "work" };
const CALENDAR = {
  what: "calendar",
  integration: "office365_calendar",
  credentialId: 9,
  delegationCredentialId: null,
  externalId: "anew",
};
const EVERYTHING = { what: "everything", withBookings: false, ...GOOGLE };

const CASES = [
  ["where bookings go", rewritten, DESTINATION],
  ["a moved calendar", moved, CALENDAR],
  ["what was chosen in a removed connection", removed, EVERYTHING],
] as const;

describe.each(CASES)("%s", (_, due, act) => {
  test("is put back", () => {
    expect(due().act()).toEqual(act);
  });

  test("waits while Cal.com does not answer as it should, or has not lately", () => {
    expect(due().where({ failures: 1 })).toBeNull();
    expect(due().where({ rejection: "expired" })).toBeNull();
    expect(due().where({ lastGoodAt: null })).toBeNull();
    expect(due().act(MINUTE)).toEqual(act);
    expect(due().act(MINUTE + 1)).toBeNull();
    expect(due().act(-MINUTE - 1)).toBeNull();
  });

  test("is one of three a day at most", () => {
    const { now } = due();
    expect(due().whereKnown({ acts: [now, now] })).toEqual(act);
    expect(due().whereKnown({ acts: [now, now, now] })).toBeNull();
    expect(due().whereKnown({ acts: [now - DAY, now, now] })).toEqual(act);
    expect(due().whereKnown({ acts: [now - DAY + 1, now, now] })).toBeNull();
  });
});

describe.each(CASES.slice(0, 2))("%s", (_, due, act) => {
  test("is left alone where that is in doubt, marked as expected, covered by something worse, or over", () => {
    expect(due().whereFindings({ confirmed: false })).toBeNull();
    expect(due().whereFindings({ acknowledged: true })).toBeNull();
    expect(due().whereFindings({ inhibited: true })).toBeNull();
    expect(due().whereFindings({ endedCounted: 1 })).toBeNull();
    expect(due().where({ findings: [] })).toBeNull();
    expect(due().whereFindings({})).toEqual(act);
  });
});

describe("where bookings go", () => {
  test("is not put back twice, and not where Cal.com did not rewrite it", () => {
    expect(rewritten({ tried: true }).act()).toBeNull();
    expect(rewritten().whereKnown({ rewrite: null })).toBeNull();
  });

  test("waits for what the person has asked for about it, and for nothing else", () => {
    expect(rewritten().where({ pending: [awaited("set-destination", "Team")] })).toBeNull();
    const other = [awaited("select-calendar", "Team")];
    expect(rewritten().where({ pending: other })).toEqual(DESTINATION);
  });

  test("waits while any finding about it is in doubt, and is not kept by one that is over", () => {
    const { findings } = rewritten().known.state;
    const [about] = findings.filter(({ kind }) => kind === "destination-changed");
    if (!about) throw new Error("Nothing was changed.");
    const missing = { ...about, kind: "destination-missing", confirmed: false } as const;
    expect(rewritten().where({ findings: [...findings, missing] })).toBeNull();
    expect(rewritten().where({ findings: [...findings, { ...missing, endedCounted: 1 }] })).toEqual(
      DESTINATION,
    );
  });

  test("is not put where it can't be added", () => {
    const { connections } = rewritten().known.state;
    const readOnly = connections.map((one) => ({
      ...one,
      calendars: one.calendars.map((each) => ({ ...each, readOnly: true })),
    }));
    expect(rewritten().where({ connections: readOnly })).toBeNull();
  });

  test("stays where it is once it is the wanted calendar, or none is wanted", () => {
    const { remembered } = rewritten().known.state.destination;
    expect(rewritten().where({ destination: { remembered, current: remembered } })).toBeNull();
    expect(rewritten().where({ destination: { remembered: null, current: remembered } })).toBeNull();
  });
});

describe("a moved calendar", () => {
  test("is not tried twice, which another one is", () => {
    const tried = { ...CALENDAR, credentialId: 9 };
    expect(moved().whereKnown({ triedCalendars: [tried] })).toBeNull();
    expect(moved().whereKnown({ triedCalendars: [{ ...tried, externalId: "other" }] })).toEqual(CALENDAR);
  });

  test("waits for what the person has asked for about it", () => {
    const pending = (externalId: string) => [awaited("unselect-calendar", externalId)];
    expect(moved().where({ pending: pending("anew") })).toBeNull();
    expect(moved().where({ pending: pending("work") })).toEqual(CALENDAR);
  });

  test("is left alone where it is not there any more", () => {
    expect(moved().where({ connections: [] })).toBeNull();
  });

  test("is no other finding about a calendar", () => {
    expect(moved().whereFindings({ kind: "not-selected" })).toBeNull();
  });
});

describe("what was chosen in a removed connection", () => {
  test("is put back once, not while that is under way, and not when the person wants no more of it", () => {
    expect(removed().whereMending({ triedByItself: true })).toBeNull();
    expect(removed().whereMending({ restoringSince: 1 })).toBeNull();
    expect(removed().whereMending({ ended: "dismissed" })).toBeNull();
  });

  test("is the person's to choose while the old connection is there", () => {
    const story = new MendingStory().answer([google(1, "main", "Team")]).answer([brokenGoogle(1)], null);
    expect(new Due(story).act()).toBeNull();
    expect(new Due(story.answer([brokenGoogle(1), google(2, "main")], null)).act()).toBeNull();
    expect(removed().whereMending({ removed: false })).toBeNull();
  });

  test("waits while something is in doubt, or asked for", () => {
    const unsure = connection("apple_calendar", 5, [calendar("Home")]);
    const story = new MendingStory().answer([google(1, "main", "Team"), unsure]);
    story.answer([brokenGoogle(1), unsure], null);
    expect(new Due(story.answer([google(2, "main"), broken(unsure, UNREADABLE)])).act()).toBeNull();
    const pending = [awaited("select-calendar", "Family")];
    expect(removed().where({ pending })).toBeNull();
  });

  test("is more than where bookings go: that alone has a rule of its own", () => {
    const story = new MendingStory().answer([google(1, "main")]).answer([brokenGoogle(1)], null);
    expect(new Due(story.answer([google(2, "main")], "Team")).act()).toBeNull();
  });

  test("takes the bookings along that Cal.com sent elsewhere", () => {
    const due = removed();
    const both = rewritten();
    const { connections, destination, findings } = both.known.state;
    const state = {
      ...due.known.state,
      connections: [...due.known.state.connections, ...connections.slice(1)],
      destination,
      findings: [...due.known.state.findings, ...findings],
    };
    const known = { ...due.known, state, automatic: both.known.automatic };
    expect(nextAct(known, due.now)).toEqual({ ...EVERYTHING, withBookings: true });
  });
});
