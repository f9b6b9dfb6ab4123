import { describe, expect, test } from "vitest";
import { anAccountState, NOW } from "../../../tests/support/unit/world.ts";
import type { AccountState, PendingAction } from "../model/account-state.ts";
import type { Notice } from "../model/changes.ts";
import type { FindingKind } from "../model/finding.ts";
import { ACCOUNT, calendarSubject, connectionSubject, DESTINATION, type Subject } from "../model/subject.ts";
import { type OwnActs, suppressOwnRecoveries } from "./own-recoveries.ts";

const ID = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const OTHER = { ...ID, credentialId: 2 };

const notice = (kind: FindingKind, subject: Subject, recovered = true): Notice => ({
  kind,
  subject,
  level: "warning",
  recovered,
});
const action = (name: PendingAction["action"], externalId: string): PendingAction =>
  name === "set-destination"
    ? { action: name, at: NOW, integration: "google_calendar", externalId }
    : { action: name, at: NOW, externalId };

/** Two connections with a calendar each; bookings are added to `work`. */
const after = (pending: PendingAction[] = [], selected = ["work"]): AccountState =>
  anAccountState({
    pending,
    destination: {
      remembered: null,
      current: {
        integration: "google_calendar",
        externalId: "work",
      } as AccountState["destination"]["current"],
    },
    connections: [
      { ...ID, calendars: [{ externalId: "work", isSelected: selected.includes("work") }] },
      { ...OTHER, calendars: [{ externalId: "home", isSelected: selected.includes("home") }] },
    ] as AccountState["connections"],
  });

const NOTHING: OwnActs = { eventTypes: [] };

const isTold = (one: Notice, pending: PendingAction[], then = after(), acts = NOTHING) =>
  suppressOwnRecoveries([one], anAccountState({ pending }), then, acts).length > 0;

describe("a recovery that the person has caused is not told", () => {
  test.each<FindingKind>([
    "destination-missing",
    "destination-changed",
    "destination-broken",
    "destination-read-only",
  ])("%s, by setting the destination", (kind) => {
    expect(isTold(notice(kind, DESTINATION), [action("set-destination", "work")])).toBe(false);
  });

  test.each<[FindingKind, Subject]>([
    ["selection-lost", calendarSubject(ID, "work")],
    ["not-selected", calendarSubject(ID, "work")],
    ["connection-unchecked", connectionSubject(ID)],
    ["nothing-selected", ACCOUNT],
  ])("%s, by checking a calendar for conflicts", (kind, subject) => {
    expect(isTold(notice(kind, subject), [action("select-calendar", "work")])).toBe(false);
  });

  test("an event type's, by giving it its calendar again", () => {
    const lost = (id: number) => notice("event-type-destination-lost", { type: "eventType", id });
    expect(isTold(lost(3001), [], after(), { eventTypes: [3001] })).toBe(false);
    expect(isTold(lost(3002), [], after(), { eventTypes: [3001] })).toBe(true);
  });
});

describe("any other is", () => {
  test("without anything that was waited for", () => {
    expect(isTold(notice("destination-changed", DESTINATION), [])).toBe(true);
  });

  test("while the person's own change is still waited for", () => {
    const pending = [action("set-destination", "work")];
    expect(isTold(notice("destination-changed", DESTINATION), pending, after(pending))).toBe(true);
  });

  test("when the person's own change was given up, and somebody else made another", () => {
    expect(isTold(notice("destination-changed", DESTINATION), [action("set-destination", "home")])).toBe(
      true,
    );
    expect(isTold(notice("nothing-selected", ACCOUNT), [action("select-calendar", "home")])).toBe(true);
  });

  test.each<[FindingKind, Subject, PendingAction]>([
    ["selection-lost", calendarSubject(OTHER, "home"), action("select-calendar", "work")],
    ["connection-unchecked", connectionSubject(OTHER), action("select-calendar", "work")],
    ["connection-error", connectionSubject(ID), action("select-calendar", "work")],
    ["connection-error", connectionSubject(ID), action("set-destination", "work")],
    ["selection-lost", calendarSubject(ID, "work"), action("set-destination", "work")],
    ["destination-changed", DESTINATION, action("select-calendar", "work")],
  ])("%s of something that the change was not about", (kind, subject, pending) => {
    expect(isTold(notice(kind, subject), [pending])).toBe(true);
  });

  test("one that follows from checking a calendar no more", () => {
    expect(
      isTold(notice("selection-lost", calendarSubject(ID, "work")), [action("unselect-calendar", "work")]),
    ).toBe(true);
  });
});

test("what is newly wrong is told, whoever caused it", () => {
  const broken = notice("connection-unchecked", connectionSubject(ID), false);
  expect(isTold(broken, [action("select-calendar", "work")])).toBe(true);
});
