import { describe, expect, test } from "vitest";
import { anAccountState, NOW } from "../../../tests/support/unit/world.ts";
import type { AccountState, PendingAct } from "./account-state.ts";
import type { Notice } from "./changes.ts";
import type { FindingKind } from "./finding.ts";
import { withoutOwnRecoveries } from "./own-recoveries.ts";
import { ACCOUNT, calendarSubject, connectionSubject, DESTINATION, type Subject } from "./subject.ts";

const ID = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const OTHER = { ...ID, credentialId: 2 };

const notice = (kind: FindingKind, subject: Subject, recovered = true): Notice => ({
  kind,
  subject,
  level: "warning",
  recovered,
});
const act = (name: PendingAct["act"], externalId: string): PendingAct =>
  name === "setDestination"
    ? { act: name, at: NOW, integration: "google_calendar", externalId }
    : { act: name, at: NOW, externalId };

/** Two connections with a calendar each; bookings are added to `work`. */
const after = (pending: PendingAct[] = [], selected = ["work"]): AccountState =>
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

const isTold = (one: Notice, pending: PendingAct[], then = after()) =>
  withoutOwnRecoveries([one], anAccountState({ pending }), then).length > 0;

describe("a recovery that the person has caused is not told", () => {
  test.each<FindingKind>([
    "destination-missing",
    "destination-changed",
    "destination-broken",
    "destination-read-only",
  ])("%s, by setting the destination", (kind) => {
    expect(isTold(notice(kind, DESTINATION), [act("setDestination", "work")])).toBe(false);
  });

  test.each<[FindingKind, Subject]>([
    ["selection-lost", calendarSubject(ID, "work")],
    ["not-selected", calendarSubject(ID, "work")],
    ["connection-unchecked", connectionSubject(ID)],
    ["nothing-selected", ACCOUNT],
  ])("%s, by checking a calendar for conflicts", (kind, subject) => {
    expect(isTold(notice(kind, subject), [act("select", "work")])).toBe(false);
  });
});

describe("any other is", () => {
  test("without anything that was waited for", () => {
    expect(isTold(notice("destination-changed", DESTINATION), [])).toBe(true);
  });

  test("while the person's own change is still waited for", () => {
    const pending = [act("setDestination", "work")];
    expect(isTold(notice("destination-changed", DESTINATION), pending, after(pending))).toBe(true);
  });

  test("when the person's own change was given up, and somebody else made another", () => {
    expect(isTold(notice("destination-changed", DESTINATION), [act("setDestination", "home")])).toBe(true);
    expect(isTold(notice("nothing-selected", ACCOUNT), [act("select", "home")])).toBe(true);
  });

  test.each<[FindingKind, Subject, PendingAct]>([
    ["selection-lost", calendarSubject(OTHER, "home"), act("select", "work")],
    ["connection-unchecked", connectionSubject(OTHER), act("select", "work")],
    ["connection-error", connectionSubject(ID), act("select", "work")],
    ["connection-error", connectionSubject(ID), act("setDestination", "work")],
    ["selection-lost", calendarSubject(ID, "work"), act("setDestination", "work")],
    ["destination-changed", DESTINATION, act("select", "work")],
  ])("%s of something that the change was not about", (kind, subject, pending) => {
    expect(isTold(notice(kind, subject), [pending])).toBe(true);
  });

  test("one that follows from checking a calendar no more", () => {
    expect(isTold(notice("selection-lost", calendarSubject(ID, "work")), [act("unselect", "work")])).toBe(
      true,
    );
  });
});

test("what is newly wrong is told, whoever caused it", () => {
  const broken = notice("connection-unchecked", connectionSubject(ID), false);
  expect(isTold(broken, [act("select", "work")])).toBe(true);
});
