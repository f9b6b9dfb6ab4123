import { expect, test } from "vitest";
import { aFinding } from "../../../tests/support/unit/world.ts";
import type { FindingKind } from "../../core/model/finding.ts";
import { calendarSubject, connectionSubject } from "../../core/model/subject.ts";
import { noticesTitle } from "./bulk-acknowledge.ts";

const google = { integration: "google_calendar", credentialId: 135, delegationCredentialId: null };
const notice = (kind: FindingKind, externalId: string) =>
  aFinding({ kind, level: "notice", subject: calendarSubject(google, externalId) });

test("notices of one kind are called what they are", () => {
  expect(noticesTitle([[notice("read-only", "a"), notice("read-only", "b")]])).toBe("2 calendars read-only");
  expect(noticesTitle([[notice("not-selected", "a")]])).toBe("1 calendar not checked for conflicts");
});

test("a calendar with two notices is one to look at, and the same one of another account is another", () => {
  const both = [notice("read-only", "a"), notice("not-selected", "a")];
  expect(noticesTitle([both])).toBe("1 calendar read-only and not checked");
  expect(noticesTitle([both, both])).toBe("2 calendars read-only or not checked");
});

test("of other mixtures nothing is said that does not hold of each", () => {
  const mixed = [notice("read-only", "a"), notice("not-selected", "b"), notice("flapping", "c")];
  expect(noticesTitle([mixed])).toBe("3 things to look at");
  expect(noticesTitle([[notice("flapping", "c")]])).toBe("1 thing to look at");
});

test("a calendar that two connections list is one to look at", () => {
  const second = calendarSubject({ ...google, credentialId: 136 }, "a");
  const again = aFinding({ kind: "read-only", level: "notice", subject: second });
  expect(noticesTitle([[notice("read-only", "a"), again]])).toBe("1 calendar read-only");
});

test("a connection that is there twice is told as one", () => {
  const twice = aFinding({ kind: "connection-twice", level: "notice", subject: connectionSubject(google) });
  expect(noticesTitle([[twice]])).toBe("1 connection is there twice");
});
