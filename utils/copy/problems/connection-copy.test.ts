import { expect, test } from "vitest";
import { DANA, NOW, remember } from "../../../tests/fixtures/account.ts";
import { aConnection, accountStateOf, FEED } from "../../../tests/fixtures/account-states.ts";
import { answered, broken, destination, type Seen } from "../../../tests/fixtures/answers.ts";
import { google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { Account } from "../../core/model/account.ts";
import type { AccountState, RememberedConnection } from "../../core/model/account-state.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { KindAbout } from "../../core/model/kind-groups.ts";
import { connectionSubject } from "../../core/model/subject.ts";
import { DAY } from "../../core/time.ts";
import type { Copy } from "./copy.ts";
import { problemCopy } from "./problem-copy.ts";

const REVOKED = "Access token expired or revoked";
const GENERIC = "Could not get connected calendars";
const SERVER: Account = { ...DANA, region: "self-hosted", webUrl: "https://cal.example.org" };

function saidOf(
  change: Partial<RememberedConnection>,
  kind: KindAbout<"connection"> = "connection-error",
  account = DANA,
): Copy {
  const connection = aConnection({ condition: "broken", message: REVOKED, appName: null, ...change });
  return saidIn(accountStateOf(connection), connection, kind, account);
}

function saidIn(
  state: AccountState,
  of: RememberedConnection,
  kind: KindAbout<"connection"> = "connection-error",
  account = DANA,
): Copy {
  const finding: Finding = {
    kind,
    subject: connectionSubject(of),
    level: "error",
    confirmed: true,
    acknowledged: false,
    since: NOW,
    confirmedAt: NOW,
  };
  return problemCopy({ account, state, now: NOW }, finding);
}

test.each(["google_calendar", "caldav_calendar", "apple_calendar", "proton_calendar"])(
  "of %s it is left to the steps how it is connected again, and what comes after that",
  (integration) => {
    expect(saidOf({ integration }).todo).toBe("");
    const { todo } = saidOf({ integration, message: GENERIC });
    expect(todo).toMatch(/^If it does not pass by itself, /);
    expect(todo).not.toMatch(/again|old connection|which calendars/);
  },
);

test("of feeds their links are to be looked at first", () => {
  const { todo, what } = saidOf({ ...FEED, message: "No primary calendar found" });
  expect(what).toBe("The calendar feeds can't be read");
  expect(todo).toBe("See first whether the links of the feeds still work: if so, this may end by itself.");
});

test("of what only an administrator can mend nobody is told to connect anything", () => {
  const { todo } = saidOf({ delegationCredentialId: "d1", message: GENERIC });
  expect(todo).toContain("administrator");
  expect(todo).not.toMatch(/connect/i);
});

test.each(["No primary calendar found", REVOKED, GENERIC])(
  "nor are they led to where an app is connected when Cal.com says %s",
  (message) => {
    const { todo, link } = saidOf({ delegationCredentialId: "d1", message });
    expect(todo).toMatch(/administrator/);
    expect(todo).not.toMatch(/connect/i);
    expect(link?.label).not.toBe("Connect again");
  },
);

test("an app that the server can't use is not mended by connecting it again", () => {
  const message = "Could not get calendar instance";
  expect(saidOf({ message }).todo).toContain("Cal.com's support");
  expect(saidOf({ message }, "connection-error", SERVER).todo).toContain("whoever runs the server");
  expect(saidOf({ message }).link?.href).toBe("https://app.cal.com/settings/my-account/calendars");
});

test("the app is connected again where it is offered", () => {
  expect(saidOf({}).link).toEqual({
    label: "Connect again",
    href: "https://app.cal.com/apps/google-calendar",
  });
});

const anew = { ...google, credentialId: 999 };

test("a broken connection beside the new one is only to be removed", () => {
  const gone = broken(google, REVOKED);
  const state = remember([
    answered(60, [google, outlook], toDana),
    answered(30, [gone, outlook], destination(outlook, "Calendar")),
    answered(15, [gone, anew, outlook], destination(outlook, "Calendar")),
  ]);
  const old = state.connections.find(({ replacedBy }) => replacedBy !== null);
  if (!old) throw new Error("The new one stands for it.");
  const copy = saidIn(state, old);
  expect(copy.what).toBe("The old connection of Google is still there");
  expect(copy.consequence).toBe(
    "Google is connected again. Remove the old connection: while it is there, people may see no free times.",
  );
  expect(copy.todo).toBe("");
  expect(copy.link).toEqual({
    label: "Remove the old connection",
    href: "https://app.cal.com/apps/installed/calendar?hl=google-calendar",
  });
  expect(`${copy.todo} ${copy.link?.label}`).not.toMatch(/connect again/i);
});

const copyOfOld = (gone: typeof google, ...answers: Seen[]) => {
  const state = remember([answered(60, [google], toDana), answered(30, [gone, anew], toDana), ...answers]);
  const old = state.connections.find(({ replacedBy }) => replacedBy !== null);
  if (!old) throw new Error("The new one stands for it.");
  return { state, old };
};

test("of one that may work again in a moment nobody is told to remove it", () => {
  const { state, old } = copyOfOld(broken(google, GENERIC));
  expect(saidIn(state, old).what).toBe("Google can't be read");
});

test("nor of one that came through the organization, whose administrator alone can", () => {
  const through = { ...google, credentialId: -1, delegationCredentialId: "d1" };
  const gone = broken(through, "User dana@example.com might not exist in Google Workspace");
  const state = remember([answered(60, [through], toDana), answered(30, [gone, google], toDana)]);
  const [old] = state.connections;
  expect(old?.replacedBy).not.toBeNull();
  const { what, todo, link } = saidIn(state, old as RememberedConnection);
  expect(what).toBe("Your organization has no access to Google");
  expect(todo).toContain("administrator");
  expect(link?.label).not.toBe("Remove the old connection");
});

test("what keeps breaking is not connected a third time beside the new one", () => {
  const { state, old } = copyOfOld(broken(google, REVOKED));
  const { todo, link } = saidIn(state, old, "flapping");
  expect(`${todo} ${link?.label}`).not.toMatch(/connect .*again/i);
});

test.each([
  ["google_calendar", "people may see no free times"],
  ["caldav_calendar", "go on as before"],
])("of %s with nothing checked it counts what is checked in another one of the app", (integration, said) => {
  const unchecked = aConnection({ integration, condition: "broken", message: GENERIC }, [
    { isSelected: false },
  ]);
  const other = aConnection({ integration, credentialId: 999 });
  expect(saidIn(accountStateOf(unchecked, other), unchecked).consequence).toContain(said);
  const alone = accountStateOf(unchecked, aConnection({ ...FEED }));
  expect(saidIn(alone, unchecked).consequence).toContain("go on as before");
});

test("nor by anybody but the administrator where it came through the organization", () => {
  const { todo, link } = saidOf({ delegationCredentialId: "d1" }, "flapping");
  expect(`${todo} ${link?.label}`).not.toMatch(/connect .*again/i);
});

test("of one that is gone it is only said that it can be connected again", () => {
  expect(saidOf({ condition: "missing" }, "connection-gone").todo).toBe(
    "It was removed in Cal.com. If that was not meant, connect it again.",
  );
});

test("on a server of one's own its app may have been switched off", () => {
  const { todo } = saidOf({ condition: "missing" }, "connection-gone", SERVER);
  expect(todo).toContain("or its app was switched off by whoever runs the server");
});

test("an account that is connected twice is harmless as long as nobody removes one of the two", () => {
  const { what, consequence, todo } = saidOf({ condition: "healthy", message: null }, "connection-twice");
  expect(what).toBe("Google is connected twice");
  expect(consequence).toContain("no harm");
  expect(consequence).toContain("the calendars of both are no longer checked");
  expect(todo).toContain("nothing to do");
});

test("what keeps breaking is not connected a second time while it works", () => {
  const works = saidOf({ condition: "healthy", message: null }, "flapping");
  expect(`${works.todo} ${works.link?.label}`).not.toMatch(/connect .*again/i);
  expect(saidOf({}, "flapping").todo).toContain("again in Cal.com and then remove the old connection");
});

const weekly = [0, 7, 14].map((day) => NOW - (14 - day) * DAY);

test("that it breaks every seven days is said, and of Google on a server of one's own why", () => {
  const own = saidOf({ breaks: weekly }, "connection-error", SERVER).todo;
  expect(own).toContain("It breaks every seven days.");
  expect(own).toContain('publishing status is "Testing"');
  expect(own).toContain('"Publish app"');
  const hosted = saidOf({ breaks: weekly }).todo;
  expect(hosted).toContain("It breaks every seven days.");
  expect(hosted).not.toContain("Testing");
  const other = saidOf(
    { integration: "office365_calendar", breaks: weekly },
    "connection-error",
    SERVER,
  ).todo;
  expect(other).toContain("It breaks every seven days.");
  expect(other).not.toContain("Google");
});

test("so it is of one that is gone, with the breaks of those before it", () => {
  const [first, second, third] = weekly as [number, number, number];
  const change = { condition: "missing" as const, breaks: [third], earlierBreaks: [first, second] };
  expect(saidOf(change, "connection-gone").todo).toContain("It breaks every seven days.");
  expect(saidOf({ ...change, earlierBreaks: [second] }, "connection-gone").todo).not.toContain("seven");
});
