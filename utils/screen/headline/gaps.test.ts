import { describe, expect, test } from "vitest";
import { NOW, remember } from "../../../tests/fixtures/account.ts";
import { answered, broken, failing } from "../../../tests/fixtures/answers.ts";
import { apple, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedWith } from "../../../tests/fixtures/stored-after.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";
import type { Stored } from "../stored.ts";
import { headline } from "./headline.ts";

const LOST = (count: number) => ({
  at: NOW,
  lost: Array.from({ length: count }, (_, index) => ({ id: `lost${index}`, label: null, user: null })),
});
const WELL = remember([answered(20, [google, outlook, apple], toDana)]);
const BROKEN = remember([
  answered(20, [google, outlook, apple], toDana),
  answered(10, [google, broken(outlook, "Access token expired or revoked"), apple], toDana),
]);

/** The same state, of which there was no room for so many calendars. */
function cut(state: AccountState, notKept: number, listedTwice = 0): AccountState {
  const [first, ...others] = state.connections;
  return { ...state, connections: first ? [{ ...first, notKept, listedTwice }, ...others] : [] };
}

function of(state: AccountState, change: Partial<Stored> = {}) {
  const settings = DEFAULT_SETTINGS;
  const stored = { accounts: [storedWith(state)], settings, chosen: settings, policy: {}, unstored: [] };
  return headline({ ...stored, ...change }, NOW);
}

describe("an account that the list has lost", () => {
  test("is the answer where all others are well", () => {
    expect(of(WELL, { damage: LOST(1) })).toMatchObject({
      mood: "unknown",
      text: "1 account is not watched any more",
      sub: expect.stringContaining("Connect again in the settings what is missing"),
    });
    expect(of(WELL, { damage: LOST(2) }).text).toBe("2 accounts are not watched any more");
  });

  test("is said beside what is worse", () => {
    expect(of(BROKEN, { damage: LOST(1) })).toMatchObject({
      mood: "error",
      text: of(BROKEN).text,
      sub: expect.stringContaining(
        "1 account is not watched any more. The list of your accounts was damaged.",
      ),
    });
  });

  test("is no more in it once the list has lost none", () => {
    expect(of(WELL, { damage: LOST(0) })).toEqual(of(WELL));
  });
});

describe("calendars that there is no room for", () => {
  test("are told instead of that all are working", () => {
    expect(of(cut(WELL, 4_993))).toMatchObject({
      mood: "unknown",
      text: "Watching 7 of 5,000 calendars",
      sub: expect.stringContaining("no room for more"),
    });
  });

  test("are told beside what is broken, and beside that Cal.com can't be reached", () => {
    expect(of(cut(BROKEN, 4_993))).toMatchObject({
      mood: "error",
      text: of(BROKEN).text,
      sub: expect.stringContaining("Watching 7 of 5,000 calendars."),
    });
    const out = remember([
      answered(300, [google, outlook, apple], toDana),
      ...failing(200, { reason: "unreachable" }),
    ]);
    expect(of(cut(out, 3)).sub).toContain("Watching 7 of 10 calendars.");
  });

  test("are none where another connection lists them, too, also where their number was lost", () => {
    expect(of(cut(WELL, 3, 3))).toEqual(of(WELL));
    expect(of(cut(WELL, 3, 1)).text).toBe("Watching 7 of 9 calendars");
    expect(of(cut(WELL, 0, 3))).toEqual(of(WELL));
  });

  test("are told after an account that is lost", () => {
    const { text, sub } = of(cut(WELL, 3), { damage: LOST(1) });
    expect(text).toBe("1 account is not watched any more");
    expect(sub).toContain("Watching 7 of 10 calendars.");
  });
});
