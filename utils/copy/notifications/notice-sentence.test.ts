import { expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered } from "../../../tests/fixtures/answers.ts";
import { feed, google, toDana } from "../../../tests/fixtures/people.ts";
import type { AnsweredConnection } from "../../cal-api/observation.ts";
import type { FindingKind } from "../../core/model/finding.ts";
import { FINDING_KINDS, KINDS } from "../../core/model/kinds.ts";
import {
  ACCOUNT,
  calendarSubject,
  connectionSubject,
  DESTINATION,
  eventTypeSubject,
  type Subject,
} from "../../core/model/subject.ts";
import { recoverySentence } from "./notice-sentence.ts";

const state = remember([answered(0, [google, feed], toDana)]);
test.each<[FindingKind, Subject, string]>([
  ["key-rejected", { type: "account" }, "Cal.com accepts the API key again"],
  ["unreachable", { type: "account" }, "Cal.com can be reached again"],
  ["no-connections", { type: "account" }, "A calendar is connected to Cal.com now"],
  ["nothing-selected", { type: "account" }, "Your account checks calendars for conflicts now"],
  ["connection-error", connectionSubjectOf(google), "Google Calendar works again"],
  ["flapping", connectionSubjectOf(google), "Google Calendar works again"],
  ["connection-gone", connectionSubjectOf(google), "Google Calendar is connected again"],
  [
    "connection-unchecked",
    connectionSubjectOf(google),
    "A calendar of Google Calendar is checked for conflicts now",
  ],
  ["calendar-gone", familyOf(google), '"Family" is back'],
  ["selection-lost", familyOf(google), '"Family" is checked for conflicts again'],
  ["not-selected", familyOf(google), '"Family" is checked for conflicts now'],
  ["read-only", familyOf(google), 'Bookings can be added to "Family" now'],
  ["destination-missing", { type: "destination" }, 'Bookings are added to "dana@example.com" now'],
  ["destination-changed", { type: "destination" }, 'Bookings are added to "dana@example.com" again'],
  ["destination-broken", { type: "destination" }, 'Bookings can be added to "dana@example.com" again'],
  ["destination-read-only", { type: "destination" }, 'Bookings can be added to "dana@example.com" again'],
])("%s recovered", (kind, subject, sentence) => {
  expect(recoverySentence(state, { kind, subject })).toBe(sentence);
});

test.each(FINDING_KINDS)("there is a sentence for %s", (kind) => {
  const subjects = {
    account: ACCOUNT,
    destination: DESTINATION,
    eventType: eventTypeSubject({ id: 7 }),
    connection: connectionSubjectOf(google),
    calendar: familyOf(google),
  };
  const sentence = recoverySentence(state, { kind, subject: subjects[KINDS[kind].subject] });
  expect(sentence).toMatch(/^["A-Z]/);
  expect(sentence).not.toMatch(/\$\d|""|undefined|notification[._]/);
});

test("a feed is told by its host: its address is a secret", () => {
  const [subject] = feed.calendars.map(({ externalId }) => calendarSubject(ids(feed), externalId));
  const sentence = recoverySentence(state, { kind: "calendar-gone", subject: subject as Subject });
  expect(sentence).toBe('The feed "feeds.example.com" can be read again');
});

function ids(of: AnsweredConnection) {
  return { integration: of.type ?? "", credentialId: of.credentialId, delegationCredentialId: null };
}

function connectionSubjectOf(of: AnsweredConnection): Subject {
  return connectionSubject(ids(of));
}

function familyOf(of: AnsweredConnection): Subject {
  return calendarSubject(ids(of), "Family");
}
