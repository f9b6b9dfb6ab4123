import { DANA, MINUTE, NOW, stored } from "../../../tests/fixtures/account.ts";
import {
  answered,
  broken,
  calendar,
  connection,
  destination,
  type Seen,
} from "../../../tests/fixtures/answers.ts";
import { rememberMendings } from "../../../tests/fixtures/mendings.ts";
import { apple, caldav, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { EventTypeBefore, Mending } from "../../../utils/core/model/mending.ts";
import { type StatusRecord, statusOf } from "../../../utils/core/model/records.ts";

const REVOKED = "Access token expired or revoked";
const GENERIC = "Could not get connected calendars";
const toOutlook = destination(outlook, "Calendar");
const own = (id: number, title: string): EventTypeBefore => ({
  id,
  title,
  destination: { integration: "google_calendar", externalId: "Family" },
});
const eventTypes = [own(3001, "Intro call"), own(3002, "Review")];

const added = { ...google, credentialId: 999 };
const onlyMain = {
  ...added,
  calendars: added.calendars.map((one) => ({ ...one, isSelected: one.primary })),
};
const broke: Seen[] = [
  answered(90, [google, outlook], toDana),
  answered(45, [broken(google, REVOKED), outlook], toOutlook),
];
const addedAgain = [...broke, answered(15, [broken(google, REVOKED), added, outlook], toOutlook)];
const removed = [...addedAgain, answered(5, [onlyMain, outlook], toOutlook)];

const LONG = "Donaudampfschifffahrtsgesellschaftskapitänskajütenbelegung";
const many = connection(
  "google_calendar",
  135,
  [
    calendar("dana.maria.lopez-fernandez.de.la.torre@subsidiary.contoso.example", {
      email: "dana.maria.lopez-fernandez.de.la.torre@subsidiary.contoso.example",
      primary: true,
    }),
    calendar(LONG),
    calendar("مواعيد العائلة وأعياد الميلاد"),
  ],
  { appName: "The calendar of the Donaudampfschifffahrtsgesellschaft" },
);
const manyAgain = { ...many, credentialId: 999 };
const manyMain = {
  ...manyAgain,
  calendars: many.calendars.map((one) => ({ ...one, isSelected: one.primary })),
};
const manyBroke: Seen[] = [
  answered(90, [many, outlook], destination(many, LONG)),
  answered(45, [broken(many, REVOKED), outlook], toOutlook),
];

/** The steps from a broken connection to how everything was. */
export const mendings = {
  "mending-connect": () => mending(broke),
  "mending-remove": () => mending(addedAgain),
  "mending-restore": () => mending(removed),
  "mending-restoring": () => mending(removed, { restoringSince: NOW - MINUTE, progress: { done: 2, of: 5 } }),
  "mending-not-put-back": () =>
    mending(removed, {
      notPutBack: [
        { what: "calendar", externalId: "Family", name: "Family", problem: { problem: "calendarGone" } },
        { what: "destination", name: "dana@example.com", problem: { problem: "readOnly" } },
        { what: "eventType", id: 3002, title: "Review", problem: { problem: "timedOut" } },
      ],
    }),
  "mending-ended": () => mending([...removed, answered(1, [added, outlook], toDana)]),
  "mending-apple": () =>
    mending([
      answered(90, [google, apple], toDana),
      answered(45, [google, broken(apple, GENERIC)], toDana),
      answered(15, [google, broken(apple, GENERIC)], toDana),
    ]),
  "mending-in-web-app": () =>
    mending([
      answered(90, [caldav, google], toDana),
      answered(45, [broken(caldav, GENERIC), google], toDana),
      answered(30, [broken(caldav, GENERIC), google], toDana),
      answered(15, [broken(caldav, GENERIC), { ...caldav, credentialId: 888 }, google], toDana),
    ]),
  "mending-gone": () =>
    mending([...broke, answered(25, [outlook], toOutlook), answered(15, [outlook], toOutlook)]),
  "mending-long-names": () => mending(manyBroke),
  "mending-remove-long-names": () =>
    mending([...manyBroke, answered(15, [broken(many, REVOKED), manyAgain, outlook], toOutlook)]),
  "mending-restore-long-names": () =>
    mending([
      ...manyBroke,
      answered(15, [broken(many, REVOKED), manyAgain, outlook], toOutlook),
      answered(5, [manyMain, outlook], toOutlook),
    ]),
};

function mending(seen: readonly Seen[], change: Partial<Mending> = {}): Record<string, unknown> {
  const { state, mendings: all } = rememberMendings(seen);
  const known = {
    ...state,
    eventTypes: eventTypes.map(({ id, title, destination }) => ({
      id,
      title,
      destination: null,
      remembered: destination,
      seenAnswer: 1,
    })),
  };
  const records = stored(known);
  const key = statusOf(DANA.id);
  const changed = all.map((one) => ({
    ...one,
    eventTypes: one.integration === "google_calendar" ? eventTypes : [],
    ...change,
  }));
  return { ...records, [key]: { ...(records[key] as StatusRecord), mendings: changed } };
}
