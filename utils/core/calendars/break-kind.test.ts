import { expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered, broken } from "../../../tests/fixtures/answers.ts";
import { google } from "../../../tests/fixtures/people.ts";
import type { AnsweredConnection } from "../../cal-api/observation.ts";
import { breakKind, needsAdministrator } from "./break-kind.ts";

const of = (message: string | null, integration = "google_calendar") => breakKind({ message, integration });

test.each([
  ["Access token expired or revoked", "revoked"],
  [" access token EXPIRED or revoked ", "revoked"],
  ["No primary calendar found", "noCalendars"],
  ["Could not get calendar instance", "unusable"],
  ["Could not get connected calendars", "unreadable"],
  ["User dana might not exist in the workspace", "delegation"],
  ["Delegation credential is not valid", "delegation"],
  ["delegationcredential not found", "delegation"],
  ["tenantId is missing", "delegation"],
  ["Of the user dana we know that they might not exist in it", "unreadable"],
  [null, "unreadable"],
] as const)("%j is %s", (message, kind) => expect(of(message)).toBe(kind));

test("whatever is said of a feed, its link can't be read, unless the server does not know feeds", () => {
  expect(of("No primary calendar found", "ics-feed_calendar")).toBe("feed");
  expect(of(null, "ics-feed_calendar")).toBe("feed");
  expect(of("Could not get calendar instance", "ics-feed_calendar")).toBe("unusable");
});

test("an administrator is needed for what is the organization's, and where it is at fault", () => {
  const needed = (one: AnsweredConnection) => {
    const [connection] = remember([answered(5, [one])]).connections;
    return connection && needsAdministrator(connection);
  };
  expect(needed(google)).toBe(false);
  expect(needed(broken(google, "Access token expired or revoked"))).toBe(false);
  expect(needed(broken(google, "tenantId is missing"))).toBe(true);
  expect(needed({ ...google, delegationCredentialId: "d1" })).toBe(true);
});
