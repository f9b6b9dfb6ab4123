import { expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered, calendar, connection } from "../../../tests/fixtures/answers.ts";
import { google } from "../../../tests/fixtures/people.ts";
import { aFinding } from "../../../tests/support/unit/world.ts";
import { calendarSubject } from "../model/subject.ts";
import { isSelectedNow } from "./selected-now.ts";

const other = connection("google_calendar", 136, [calendar("Rota"), calendar("Off", { isSelected: false })]);
const STATE = remember([answered(5, [google, other])]);
const subject = (externalId: string) =>
  calendarSubject(
    { integration: "google_calendar", credentialId: 136, delegationCredentialId: null },
    externalId,
  );
const ROTA = subject("Rota");

test("a calendar is checked for conflicts if the last answer said so", () => {
  expect(isSelectedNow(STATE, ROTA)).toBe(true);
  expect(isSelectedNow(STATE, subject("Off"))).toBe(false);
  expect(isSelectedNow(STATE, subject("Travel"))).toBe(false);
});

test.each(["selection-lost", "calendar-moved"] as const)(
  "while there is the doubt of %s about it, it is not, whatever is remembered",
  (kind) => {
    const about = (one: ReturnType<typeof aFinding>) => isSelectedNow({ ...STATE, findings: [one] }, ROTA);
    const finding = aFinding({ kind, subject: ROTA, confirmed: false });
    expect(about(finding)).toBe(false);
    expect(about({ ...finding, endedCounted: 1 })).toBe(true);
    expect(about({ ...finding, subject: subject("Off") })).toBe(true);
    expect(about({ ...finding, kind: "calendar-gone" })).toBe(true);
  },
);
