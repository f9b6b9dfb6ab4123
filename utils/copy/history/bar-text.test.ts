import { expect, test } from "vitest";
import { bars } from "../../core/history/bar.ts";
import { barShort, barSummary, dayTitle } from "./bar-text.ts";
import { dayRange } from "./dates.ts";
import { matchCountText, shownCountText } from "./filter-text.ts";

const ID = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const TODAY = "2026-03-05";

/** @param letters of the last days, up to today */
function bar(letters: string, isGone = false) {
  const row = { ...ID, app: "Google Calendar", whose: "dana@example.com", last: TODAY, days: letters };
  const [made] = bars([row], TODAY, isGone ? [] : [ID]);
  if (!made) throw new Error("There is no bar.");
  return made;
}

test("a bar is read out as one sentence, with the dates of its breaks", () => {
  expect(barSummary(bar(`${"w".repeat(25)}-w${"bb"}w`))).toBe(
    `Google Calendar (dana@example.com): working on 27 of the last 30 days, broken for some of ${dayRange("2026-03-03", "2026-03-04")}, unknown on 1 day`,
  );
  expect(barSummary(bar(`b${"w".repeat(27)}bw`))).toContain("broken for some of 4 February and 4 March");
});

test("a month without a break says just that", () => {
  expect(barSummary(bar("w".repeat(30)))).toBe(
    "Google Calendar (dana@example.com): working on 30 of the last 30 days",
  );
});

test("more dates than one can listen to become a number", () => {
  expect(barSummary(bar("bw".repeat(15)))).toContain("broken for some of 15 days");
  expect(barSummary(bar(`${"w".repeat(20)}${"bw".repeat(5)}`))).toMatch(
    /broken for some of 24 February, .* and 4 March/,
  );
});

test("a connection that is gone is said to be", () => {
  expect(barSummary(bar("w", true))).toMatch(
    /^Google Calendar \(dana@example.com\), no longer connected: working on 1/,
  );
});

test("a few words stand beside a bar", () => {
  expect(barShort(bar("w"))).toBe("No breaks");
  expect(barShort(bar("wb"))).toBe("Broken on 1 day");
  expect(barShort(bar("bb"))).toBe("Broken on 2 days");
  expect(barShort(bar("-"))).toBe("Unknown");
});

test("every segment says its day and how it was", () => {
  const [worked, broke, unknown] = bar("wb-").days.slice(-3).map(dayTitle);
  expect(worked).toBe("Tue 3 Mar: working");
  expect(broke).toBe("Wed 4 Mar: broken for some of the day");
  expect(unknown).toBe("Thu 5 Mar: unknown");
});

test("it is said how many entries match, and when none does", () => {
  expect(matchCountText(1, 1)).toBe("1 entry");
  expect(matchCountText(2_000, 2_000)).toBe("2,000 entries");
  expect(matchCountText(1, 2_000)).toBe("1 of 2,000 entries matches");
  expect(matchCountText(12, 40)).toBe("12 of 40 entries match");
  expect(matchCountText(0, 40)).toBe("No entry matches. Choose another connection or kind of change.");
  expect(shownCountText(50, 2_000)).toBe("50 of 2,000 shown");
});
