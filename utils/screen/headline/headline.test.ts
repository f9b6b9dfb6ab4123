import { describe, expect, test } from "vitest";
import { DANA, NOW, remember } from "../../../tests/fixtures/account.ts";
import {
  answered,
  broken,
  calendar,
  connection,
  failed,
  failing,
  type Seen,
} from "../../../tests/fixtures/answers.ts";
import { apple, google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedWith } from "../../../tests/fixtures/stored-after.ts";
import { formatTime } from "../../copy/format-time.ts";
import { type AccountState, emptyAccountState } from "../../core/model/account-state.ts";
import type { Level } from "../../core/model/finding.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";
import type { Unreadable } from "../stored.ts";
import { headline } from "./headline.ts";

const GENERIC = "Could not get connected calendars";
const REVOKED = "Access token expired or revoked";
const at = (minutesAgo: number) => formatTime(NOW - minutesAgo * 60_000, NOW);

function of(state: AccountState, countingLevel: Level = "notice", unstored: string[] = []) {
  return ofAll({ dana: state }, countingLevel, unstored);
}

/** Of several accounts, by their ids. */
function ofAll(
  states: Record<string, AccountState | Unreadable>,
  countingLevel: Level = "notice",
  unstored: string[] = [],
) {
  const settings = { ...DEFAULT_SETTINGS, countingLevel };
  return headline(
    {
      accounts: Object.entries(states).map(([id, state]) => {
        const account = { ...DANA, id, label: id };
        return typeof state === "string"
          ? storedWith(emptyAccountState(), { account, unreadable: state })
          : storedWith(state, { account });
      }),
      settings,
      chosen: settings,
      policy: {},
      unstored,
    },
    NOW,
  );
}
const after = (...seen: Seen[]) => of(remember(seen));
const well = answered(20, [google, outlook, apple], toDana);

test("says how many calendars are working", () => {
  expect(after(well)).toMatchObject({ mood: "ok", text: "All 7 calendars are working" });
});

describe("beside that all are working", () => {
  test("says how many are checked for conflicts, and where bookings go", () => {
    expect(after(well).sub).toBe("7 of 7 checked for conflicts. Bookings go to dana@example.com.");
    const looks = after(answered(5, [googleFlagged], toDana));
    expect(looks.sub).toMatch(/^4 of 7 checked for conflicts\. Bookings go to dana@example\.com\. 4 /);
  });

  test("of several accounts says how many are checked in all", () => {
    const fine = remember([{ ...well, minutesAgo: 5 }]);
    expect(ofAll({ Home: fine, Clinic: fine }).sub).toBe("14 of 14 checked for conflicts.");
  });

  test("groups the digits of large numbers as the headline does", () => {
    const many = Array.from({ length: 1_200 }, (_, index) => calendar(`calendar ${index}`));
    const large = connection("google_calendar", 135, [calendar("dana@example.com"), ...many.slice(1)]);
    const { text, sub } = after(answered(5, [large], toDana));
    expect(`${text}. ${sub}`).toContain("All 1,200 calendars are working. 1,200 of 1,200 checked");
  });

  test("does not vouch for it by an old answer", () => {
    const old = after(answered(20, [google, outlook, apple], toDana), failed(5, { reason: "offline" }));
    expect(old.sub).not.toContain("checked for conflicts");
  });
});

test("does not say that all is well while the last answer could not be stored", () => {
  expect(of(remember([well]), "notice", ["dana"])).toMatchObject({
    mood: "unknown",
    text: "The last answer could not be stored",
  });
});

test("an answer that could not be stored does not hide what is wrong in another account", () => {
  const revoked = remember([well, answered(5, [broken(google, REVOKED)], toDana)]);
  const all = {
    old: revoked,
    dana: remember([well, answered(5, [broken(outlook, REVOKED), google], toDana)]),
  };
  const { text } = of(all.dana);
  expect(ofAll(all, "notice", ["old"])).toMatchObject({
    mood: "error",
    text,
    sub: expect.stringMatching(/out of date/),
  });
  const looks = remember([answered(5, [googleFlagged], toDana)]);
  expect(ofAll({ old: revoked, dana: looks }, "notice", ["old"]).mood).toBe("unknown");
});

test("says it of a single calendar, too", () => {
  const one = connection("google_calendar", 1, [calendar("dana@example.com", { primary: true })]);
  expect(after(answered(5, [one], toDana)).text).toBe("Your calendar is working");
});

test("counts problems, and what is only worth a look on its own", () => {
  const mixed = after(well, answered(5, [googleFlagged, broken(outlook, REVOKED), apple], toDana));
  expect(mixed.text).toBe("1 problem, 4 things to look at");
  expect(mixed.mood).toBe("error");
});

test("does not call a notice a problem, nor greet with one", () => {
  const looks = after(answered(5, [googleFlagged], toDana));
  expect(looks).toEqual({
    mood: "ok",
    text: "All 7 calendars are working",
    sub: expect.stringMatching(/ checked for conflicts\..* 4 things to look at\.$/),
  });
});

test("a suspicion is no problem yet, and no reassurance either", () => {
  const suspected = after(well, answered(5, [google, broken(outlook, GENERIC), apple], toDana));
  expect(suspected.mood).toBe("waiting");
  expect(suspected.text).toBe("Checking again");
});

test("says since when Cal.com can't be reached, and leaves the reason to the problem below", () => {
  const unreachable = after({ ...well, minutesAgo: 330 }, ...failing(300, { reason: "offline" }));
  expect(unreachable).toEqual({
    mood: "unknown",
    text: `Can't reach Cal.com since ${at(300)}`,
    sub: null,
  });
});

test("an answer that is of no use is not called unreachable", () => {
  const before = { ...well, minutesAgo: 330 };
  for (const failure of [
    { reason: "rate-limited" },
    { reason: "not-cal-api", status: 200 },
    { reason: "server-failed", status: 502 },
    { reason: "cal-error", status: 404, message: "User not found" },
    { reason: "redirected" },
    { reason: "timed-out" },
  ] as const) {
    expect(after(before, ...failing(300, failure)).text).toBe(
      `No usable answer from Cal.com since ${at(300)}`,
    );
    expect(after(failed(5, failure)).text).toBe("No usable answer from Cal.com yet");
  }
});

test("after a short failure it says how old the answer is", () => {
  const blip = after(well, failed(5, { reason: "timed-out" }));
  expect(blip.text).toBe(`All 7 calendars were working at ${at(20)}`);
  expect(blip.mood).toBe("ok");
});

test("says why the key is refused, and since when nothing is checked", () => {
  const rejected = (rejection: "invalid" | "expired") =>
    after(well, { minutesAgo: 5, observation: { kind: "key-rejected", status: 401, rejection } });
  expect(rejected("invalid").text).toBe("Cal.com rejects the API key");
  expect(rejected("expired").text).toBe("The API key has expired");
  expect(rejected("expired").sub).toBe(`Nothing has been checked since ${at(20)}.`);
});

test("a forgotten key and a missing permission are asked for, however long ago", () => {
  for (const minutesAgo of [20, 300]) {
    const before = { ...well, minutesAgo };
    expect(after(before, failed(5, { reason: "no-key" })).text).toBe("Enter your API key again");
    expect(after(before, failed(5, { reason: "no-permission" })).text).toBe(
      "Permission needed to ask api.cal.com",
    );
  }
});

test("before the first answer it says that it is looking, or why it could not", () => {
  expect(after().text).toBe("Looking at your calendars for the first time");
  const failing = after(failed(1, { reason: "server-failed", status: 502 }));
  expect(failing.text).toBe("No usable answer from Cal.com yet");
  expect(failing.sub).toContain("HTTP 502");
  expect(after(failed(1, { reason: "unreachable" })).text).toBe("Can't reach Cal.com yet");
});

test("what is expected is not counted, but not called working", () => {
  const state = remember([well, answered(5, [google, broken(outlook, REVOKED), apple], toDana)]);
  for (const finding of state.findings) finding.acknowledged = true;
  expect(of(state)).toEqual({
    mood: "ok",
    text: "No new problems",
    sub: "1 problem is marked as expected.",
  });
});

test("a problem below what the badge counts stands in amber, and is not passed off as nothing new", () => {
  const lost = connection("google_calendar", 135, [
    ...google.calendars.slice(0, 2),
    calendar("Family", { isSelected: false }),
  ]);
  const state = remember([
    answered(60, [google], toDana),
    answered(30, [lost], toDana),
    answered(5, [lost], toDana),
  ]);
  expect(of(state, "error")).toEqual({
    mood: "warning",
    text: "1 problem, not counted on the badge",
    sub: null,
  });
});

test("with old notices it says how old the answer is, and why", () => {
  expect(after(answered(20, [googleFlagged], toDana), failed(5, { reason: "offline" }))).toMatchObject({
    text: `All 7 calendars were working at ${at(20)}`,
    sub: expect.stringMatching(/^4 things to look at\. This device is offline/),
  });
});

test("what the badge leaves out is still mentioned", () => {
  const state = remember([answered(5, [googleFlagged], toDana)]);
  expect(of(state, "warning")).toEqual({
    mood: "ok",
    text: "All 7 calendars are working",
    sub: expect.stringMatching(/ checked for conflicts\..* 4 things to look at\.$/),
  });
});

describe("of several accounts", () => {
  const fine = remember([{ ...well, minutesAgo: 5 }]);
  const blip = remember([well, failed(5, { reason: "unreachable" })]);
  const out = (minutesAgo: number) =>
    remember([{ ...well, minutesAgo: minutesAgo + 30 }, ...failing(minutesAgo, { reason: "unreachable" })]);

  test("the one that can't be reached is named, unless it is all of them", () => {
    expect(ofAll({ Home: fine, Clinic: out(300) }).text).toBe(
      `Can't reach Cal.com for Clinic since ${at(300)}`,
    );
    expect(ofAll({ Home: out(280), Clinic: out(300) }).text).toBe(`Can't reach Cal.com since ${at(280)}`);
  });

  test("one that could not be checked for once does not date the others", () => {
    expect(ofAll({ Home: fine, Clinic: blip })).toEqual({
      mood: "ok",
      text: "All 14 calendars were working when last checked",
      sub: `Clinic as known at ${at(20)}. The server can't be reached.`,
    });
    expect(ofAll({ Home: blip, Clinic: blip })).toMatchObject({
      text: `All 14 calendars were working at ${at(20)}`,
      sub: "The server can't be reached.",
    });
  });

  test("beside problems and things to look at it is named, too", () => {
    const revoked = remember([well, answered(5, [broken(google, REVOKED)], toDana)]);
    expect(ofAll({ Home: revoked, Clinic: blip }).sub).toMatch(/^Clinic as known at/);
    const looks = remember([answered(5, [googleFlagged], toDana)]);
    expect(ofAll({ Home: looks, Clinic: blip }).sub).toMatch(/^4 things to look at\. Clinic as known at/);
  });

  test("one that was never answered is named", () => {
    const never = (...seen: Parameters<typeof remember>[0]) => ofAll({ Home: fine, Clinic: remember(seen) });
    expect(never().text).toBe("Looking at the calendars of Clinic for the first time");
    expect(never(failed(1, { reason: "unreachable" }))).toMatchObject({
      text: "Can't reach Cal.com for Clinic yet",
      sub: expect.stringMatching(/^Cal\.com has not answered for Clinic yet\./),
    });
  });

  test("a refused key stops the checks of its account only", () => {
    const rejection = { kind: "key-rejected", status: 401, rejection: "invalid" } as const;
    const rejected = remember([well, { minutesAgo: 5, observation: rejection }]);
    expect(ofAll({ Home: fine, Clinic: rejected })).toMatchObject({
      text: "Cal.com rejects the API key",
      sub: `Clinic has not been checked since ${at(20)}.`,
    });
  });

  test.each(["newer", "damaged"] as const)("one whose record is %s is not passed over", (unreadable) => {
    expect(ofAll({ Home: fine, Clinic: unreadable })).toMatchObject({
      mood: "unknown",
      text: "Clinic can't be shown",
    });
    const revoked = remember([well, answered(5, [broken(google, REVOKED)], toDana)]);
    expect(ofAll({ Home: revoked, Clinic: unreadable })).toMatchObject({
      mood: "error",
      sub: expect.stringMatching(/^Clinic can't be shown\. What (is|was) stored of it/),
    });
  });
});
