import { describe, expect, test } from "vitest";
import { DANA, MINUTE, NOW } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection } from "../../../tests/fixtures/answers.ts";
import { apple, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { AnsweredConnection } from "../../cal-api/observation.ts";
import { evaluate } from "../../core/findings/evaluate.ts";
import { type AccountState, emptyAccountState } from "../../core/model/account-state.ts";
import type { AutomaticAct } from "../../core/model/automatic.ts";
import type { Notice } from "../../core/model/changes.ts";
import type { FindingKind } from "../../core/model/finding.ts";
import { ACCOUNT, calendarSubject, connectionSubject, type Subject } from "../../core/model/subject.ts";
import { type NotificationInput, notificationText } from "./notification-text.ts";

const REVOKED = "Access token expired or revoked";

/** What is told after these answers, each an hour after the one before. */
function after(...answers: AnsweredConnection[][]) {
  let state = emptyAccountState();
  let notices: Notice[] = [];
  for (const [index, connections] of answers.entries()) {
    const at = NOW - (answers.length - index) * 60 * MINUTE;
    const { observation } = answered(0, connections, toDana);
    const step = evaluate(state, observation, at, { intervalMinutes: 30 });
    [state, notices] = [step.state, step.changes.notify];
  }
  return { state, notices };
}

function said(told: Pick<NotificationInput, "state" | "notices"> & Partial<NotificationInput>): string[] {
  const { title, message } = notificationText({
    account: DANA,
    accounts: [DANA],
    now: NOW,
    automatic: [],
    ...told,
  });
  return [title, ...message.split("\n")];
}

const notice = (kind: FindingKind, subject: Subject, recovered = false): Notice => ({
  kind,
  subject,
  level: "warning",
  recovered,
});

describe("problems", () => {
  test("one is told with what it does to bookings, in the words of the popup", () => {
    const told = after([outlook, google], [broken(outlook, REVOKED), google]);
    expect(said(told)).toEqual([
      "No access to Outlook",
      "Until it works again, people see no free times or double-book you.",
    ]);
  });

  test("of two connections of one app it is told which", () => {
    const other = connection("google_calendar", 9, [calendar("Club", { email: "club@example.com" })]);
    const told = after([google, other], [google, broken(other, REVOKED)]);
    expect(said(told)[0]).toBe("No access to Google (club@example.com)");
  });

  test("whose it is is left out where that could be the address of a feed", () => {
    const secret = "https://feeds.example.com/private-abc123";
    const feeds = [8, 9].map((id) =>
      connection("caldav_calendar", id, [calendar(`${id}`, { email: secret })]),
    );
    const [other, odd] = feeds as [AnsweredConnection, AnsweredConnection];
    expect(said(after([other, odd], [other, broken(odd, REVOKED)])).join()).not.toContain("private");
  });

  test("of several the worst is told, what it does to bookings, and how many more there are", () => {
    const idle = { ...apple, calendars: apple.calendars.map((one) => ({ ...one, isSelected: false })) };
    expect(said(after([idle, broken(outlook, REVOKED), google]))).toEqual([
      "No access to Outlook",
      expect.stringMatching(/^Until it works again, .* new bookings may not reach its calendars\.$/),
      "+1 more problem",
    ]);
  });

  test("they are counted as on the badge, however many there are", () => {
    const many = Array.from({ length: 41 }, (_, index) => calendar(`Room ${index + 10}`));
    const rooms = connection("google_calendar", 9, many);
    const none = { ...rooms, calendars: rooms.calendars.map((one) => ({ ...one, isSelected: false })) };
    const lines = said(after([rooms, outlook], [none, outlook], [none, outlook]));
    expect(lines).toHaveLength(3);
    // The calendars and their connection.
    expect(lines[2]).toBe("+41 more problems");
  });

  test("what is told of one subject in two ways is one problem", () => {
    const { state } = after([outlook, google], [broken(outlook, REVOKED), google]);
    const subject = connectionSubject(state.connections[0] as AccountState["connections"][number]);
    const [breaking] = state.findings.filter(({ kind }) => kind === "connection-error");
    const findings = [
      breaking,
      { ...breaking, kind: "flapping", level: "warning" },
    ] as AccountState["findings"];
    const notices = [notice("connection-error", subject), notice("flapping", subject)];
    expect(said({ state: { ...state, findings }, notices })).toEqual([
      "No access to Outlook",
      "Until it works again, people see no free times or double-book you.",
      "Outlook keeps breaking",
    ]);
    const other = notice("connection-unchecked", connectionSubjectOf(google));
    expect(said({ state: { ...state, findings }, notices: [...notices, other] }).slice(2)).toEqual([
      "Outlook keeps breaking",
      "+1 more problem",
    ]);
  });
});

describe("recoveries", () => {
  test("one is told, and that nothing else is wrong", () => {
    const told = after([outlook, google], [broken(outlook, REVOKED), google], [outlook, google]);
    expect(said(told)).toEqual(["Outlook Calendar works again", "No other problem is known."]);
  });

  test("or how much else is", () => {
    const gone = broken(apple, REVOKED);
    const told = after(
      [outlook, apple, google],
      [broken(outlook, REVOKED), gone, google],
      [outlook, gone, google],
    );
    expect(said(told)).toEqual(["Outlook Calendar works again", "1 other problem is left."]);
  });

  test("of several accounts it is said of that one alone", () => {
    const accounts = [DANA, { ...DANA, id: "kim", label: "Kim" }];
    const told = after([outlook, google], [broken(outlook, REVOKED), google], [outlook, google]);
    expect(said({ ...told, accounts }).at(-1)).toBe("No other problem is known in this account.");
  });

  test("of two both are told", () => {
    const told = after(
      [outlook, apple, google],
      [broken(outlook, REVOKED), broken(apple, REVOKED), google],
      [outlook, apple, google],
    );
    expect(said(told)).toEqual([
      "Outlook Calendar works again",
      "Apple Calendar works again",
      "No other problem is known.",
    ]);
  });

  test("of more than two one is told, and how many others there are", () => {
    const told = after(
      [outlook, apple, google],
      [broken(outlook, REVOKED), broken(apple, REVOKED), broken(google, REVOKED)],
      [outlook, apple, google],
    );
    expect(said(told).slice(1)).toEqual([
      `${told.notices.length - 1} other problems are solved`,
      "No other problem is known.",
    ]);
    const worse = notice("no-connections", ACCOUNT);
    const findings = [{ ...after([]).state.findings[0], kind: "no-connections" }] as AccountState["findings"];
    expect(said({ state: { ...told.state, findings }, notices: [worse, ...told.notices] })[2]).toBe(
      `${told.notices.length} other problems are solved`,
    );
  });

  test("together with a problem they come after it", () => {
    const told = after(
      [outlook, apple, google],
      [broken(outlook, REVOKED), apple, google],
      [outlook, broken(apple, REVOKED), google],
    );
    expect(said(told)).toEqual([
      "No access to Apple",
      expect.stringContaining("Until it works again"),
      "Outlook Calendar works again",
    ]);
  });
});

describe("what was put back by itself", () => {
  const { state } = after([outlook, google]);
  const acts = (...automatic: AutomaticAct[]) => said({ state, notices: [], automatic });
  const BY_ITSELF = "Calendar Status did this by itself, as you chose in its settings.";

  test.each<[AutomaticAct, string]>([
    [{ what: "destination", name: "Work" }, 'Bookings go to "Work" again'],
    [{ what: "destination", name: null }, 'Bookings go to "Unnamed calendar" again'],
    [{ what: "calendar", name: "Club" }, '"Club" is checked for conflicts again'],
    [{ what: "everything", name: "Google Calendar" }, "Google Calendar is as it was before it broke"],
    [{ what: "everything", name: null }, "Everything is as it was before"],
  ])("%j is told, and that nobody else did it", (act, sentence) => {
    expect(acts(act)).toEqual([sentence, BY_ITSELF]);
  });

  const work: AutomaticAct = { what: "destination", name: "Work" };
  const club: AutomaticAct = { what: "calendar", name: "Club" };

  test("of several one is told, then the other, or how many others there are", () => {
    expect(acts(work, club)).toEqual([
      'Bookings go to "Work" again',
      '"Club" is checked for conflicts again',
      BY_ITSELF,
    ]);
    expect(acts(work, club, club)[1]).toBe("2 other things were put back");
  });

  test("it comes after a problem", () => {
    const told = after([outlook, google], [broken(outlook, REVOKED), google]);
    expect(said({ ...told, automatic: [work] }).at(-1)).toBe('Bookings go to "Work" again');
    expect(said({ ...told, automatic: [work, club] }).at(-1)).toBe("2 other things were put back");
  });

  test("and beside a recovery, before what is left", () => {
    const told = after([outlook, google], [broken(outlook, REVOKED), google], [outlook, google]);
    expect(said({ ...told, automatic: [{ what: "everything", name: "Outlook Calendar" }] })).toEqual([
      "Outlook Calendar works again",
      "Outlook Calendar is as it was before it broke",
      "No other problem is known.",
    ]);
  });
});

describe("accounts", () => {
  const told = after([outlook, google], [broken(outlook, REVOKED), google]);
  const clinic = { ...DANA, id: "clinic", label: "Clinic" };

  test("with several it is told first which one it is about", () => {
    expect(said({ ...told, account: clinic, accounts: [DANA, clinic] })[1]).toBe("Clinic");
  });

  test("of two that have one name also whose it is", () => {
    const other = { ...DANA, id: "other", user: { ...DANA.user, id: 2, email: "dana@clinic.example" } };
    expect(said({ ...told, account: other, accounts: [DANA, other] })[1]).toBe(
      "Dana Lopez (dana@clinic.example)",
    );
  });

  test("of two that have one name and address also where it is", () => {
    const eu = { ...DANA, id: "eu", region: "eu" as const };
    expect(said({ ...told, account: eu, accounts: [DANA, eu] })[1]).toBe("Dana Lopez · Cal.com EU");
  });
});

describe("names", () => {
  const rooms = (name: string) => connection("google_calendar", 9, [calendar(name)]);
  const about = (name: string, kind: FindingKind) => {
    const { state } = after([rooms(name), outlook]);
    const subject = calendarSubject(ids(rooms(name)), rooms(name).calendars[0]?.externalId ?? "");
    const finding = { ...after([]).state.findings[0], kind, subject, level: "warning" };
    const findings = [finding] as AccountState["findings"];
    return said({ state: { ...state, findings }, notices: [notice(kind, subject)] });
  };

  test("that are long are cut, so that what is the matter is in sight", () => {
    const [title] = about("Everything that has to do with the clinic in the old town", "selection-lost");
    expect(title).toBe('"Everything that has to do with…" is no longer checked for conflicts');
  });

  test("that are no longer than that are told whole", () => {
    const [title] = about("dana.lopez@clinic.example.com", "selection-lost");
    expect(title).toBe('"dana.lopez@clinic.example.com" is no longer checked for conflicts');
  });

  test("neither break a line nor fill the screen", () => {
    const [title, ...lines] = about(`Two\nlines\u2028and ${"x".repeat(500)}`, "selection-lost");
    expect(title).toMatch(/^"Two lines and x+…" is no longer checked for conflicts$/);
    expect(title?.length).toBeLessThan(80);
    expect(lines).toHaveLength(1);
  });

  test("of what was put back are cut as well", () => {
    const { state } = after([outlook, google]);
    const automatic: AutomaticAct[] = [{ what: "destination", name: "x".repeat(500) }];
    expect(said({ state, notices: [], automatic })[0]).toMatch(/^Bookings go to "x{31}…" again$/);
  });

  test("of apps do not fill the screen either", () => {
    const odd = { ...google, appName: "y".repeat(500) };
    const told = after([outlook, odd], [outlook, broken(odd, REVOKED)]);
    expect(said(told)[0]).toHaveLength(200);
  });
});

function ids(of: AnsweredConnection) {
  return { integration: of.type ?? "", credentialId: of.credentialId, delegationCredentialId: null };
}

function connectionSubjectOf(of: AnsweredConnection): Subject {
  return connectionSubject(ids(of));
}
