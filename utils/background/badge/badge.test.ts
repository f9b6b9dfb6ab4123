import { describe, expect, test } from "vitest";
import {
  aFinding,
  anAccount,
  anAccountState,
  calendarSubject,
  goodAnswer,
  NOW,
} from "../../../tests/support/unit/world.ts";
import { evaluate } from "../../core/findings/evaluate.ts";
import {
  type AccountState,
  emptyAccountState,
  type FindingRecord,
  type RememberedConnection,
} from "../../core/model/account-state.ts";
import type { BadgeAccount } from "../../core/model/badge-input.ts";
import type { Level } from "../../core/model/finding.ts";
import { DEFAULT_SETTINGS, type SettingsRecord } from "../../core/settings/records.ts";
import { BADGE_TEXT, badgeOf, COLOURS } from "./badge.ts";

function badge(
  accounts: { state?: Partial<AccountState>; lacks?: BadgeAccount["lacks"]; notStored?: boolean }[],
  { newer = false, lost = 0, ...settings }: Partial<SettingsRecord> & { newer?: boolean; lost?: number } = {},
) {
  const known = accounts.map(({ state, lacks = null, notStored = false }, index) => ({
    account: anAccount({ id: `a${index}` }),
    state: anAccountState(state),
    lacks,
    notStored,
  }));
  return badgeOf({ accounts: known, settings: { ...DEFAULT_SETTINGS, ...settings }, newer, lost }, NOW);
}

function aConnection(): RememberedConnection {
  const { state } = evaluate(emptyAccountState(), goodAnswer(), NOW, { intervalMinutes: 30 });
  return state.connections[0] as RememberedConnection;
}

const finding = (level: Level, n = 0): FindingRecord =>
  aFinding({ kind: "not-selected", level, subject: calendarSubject(`c${n}`) });

/** WCAG 2's contrast between two colours such as `#1a56b0`. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

test.each(Object.entries(COLOURS))("the text on %s has a contrast of at least 4.5:1", (_, colour) => {
  expect(contrast(BADGE_TEXT, colour)).toBeGreaterThanOrEqual(4.5);
});

test("the measure of contrast is right at its ends", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#777777")).toBe(1);
});

describe("what the badge says", () => {
  test("nothing without an account, and nothing when all is well", () => {
    expect(badge([]).text).toBe("");
    expect(badge([{}]).text).toBe("");
  });

  test.each<[Level, string]>([
    ["error", COLOURS.red],
    ["warning", COLOURS.amber],
    ["notice", COLOURS.blue],
  ])("the count, in the colour of the worst level: %s", (level, background) => {
    const findings = [finding(level, 1), finding("notice", 2)];
    expect(badge([{ state: { findings } }])).toMatchObject({ text: "2", background });
  });

  test("the counts of several accounts together", () => {
    const findings = [finding("warning", 1)];
    expect(badge([{ state: { findings } }, { state: { findings } }, {}]).text).toBe("2");
  });

  test("99+ above 99", () => {
    const findings = Array.from({ length: 100 }, (_, n) => finding("notice", n));
    expect(badge([{ state: { findings } }]).text).toBe("99+");
  });

  test("only what reaches the counting level", () => {
    const findings = [finding("warning", 1), finding("notice", 2)];
    expect(badge([{ state: { findings } }], { countingLevel: "warning" }).text).toBe("1");
    expect(badge([{ state: { findings } }], { countingLevel: "error" }).text).toBe("");
  });

  test("a red ! while a key is rejected, whatever else there is", () => {
    const rejected = { rejection: "invalid" as const, findings: [aFinding({ kind: "key-rejected" })] };
    const broken = { findings: [finding("notice")] };
    expect(badge([{ state: broken }, { state: rejected }])).toMatchObject({
      text: "!",
      background: COLOURS.red,
    });
  });

  test("a grey ? while Cal.com can't be reached", () => {
    const findings = [aFinding({ kind: "unreachable", level: "warning" })];
    expect(badge([{ state: { findings } }])).toMatchObject({ text: "?", background: COLOURS.grey });
  });

  test.each(["key", "permission"] as const)(
    "a grey ? for an account that lacks its %s, unless something counts",
    (lacks) => {
      expect(badge([{ lacks }, {}])).toMatchObject({ text: "?", background: COLOURS.grey });
      expect(badge([{ lacks }, { state: { findings: [finding("error")] } }]).text).toBe("1");
    },
  );

  test("a grey ? for what a later version has stored", () => {
    expect(badge([], { newer: true })).toMatchObject({ text: "?", background: COLOURS.grey });
  });

  test("a grey ? while the last check could not be stored, even over a number from before", () => {
    const findings = [finding("error")];
    expect(badge([{ state: { findings }, notStored: true }])).toMatchObject({
      text: "?",
      background: COLOURS.grey,
    });
  });

  test("what is wrong in another account all the same, by that account alone", () => {
    const findings = [finding("error", 1), finding("warning", 2)];
    const old = { state: { findings }, notStored: true };
    const broken = { state: { findings: [finding("warning")] } };
    expect(badge([old, broken])).toMatchObject({ text: "1", background: COLOURS.amber });
    expect(badge([old, {}])).toMatchObject({ text: "?", background: COLOURS.grey });
    expect(badge([{ ...old, state: { snoozeUntil: NOW + 1 } }, {}]).text).toBe("");
  });

  test("nothing at all when it is to be hidden", () => {
    const hidden = { showBadge: false };
    const rejected = { rejection: "invalid" as const, findings: [aFinding({ kind: "key-rejected" })] };
    expect(badge([{ state: { findings: [finding("error")] } }], hidden).text).toBe("");
    expect(badge([{ state: rejected }, { lacks: "key" }], hidden).text).toBe("");
    expect(badge([{ notStored: true }], { ...hidden, newer: true }).text).toBe("");
  });

  test("nothing of an account that is snoozed, and the colour of what is not", () => {
    const snoozed = { snoozeUntil: NOW + 1, findings: [finding("error")] };
    expect(badge([{ state: snoozed }]).text).toBe("");
    expect(badge([{ state: { snoozeUntil: NOW + 1 }, lacks: "key" }]).text).toBe("");
    expect(badge([{ state: snoozed }, { state: { findings: [finding("notice")] } }])).toMatchObject({
      text: "1",
      background: COLOURS.blue,
    });
  });
});

describe("the icon of the button", () => {
  const snoozed = { snoozeUntil: NOW + 1, findings: [finding("error")] };
  const unreachable = { findings: [aFinding({ kind: "unreachable", level: "warning" })] };
  const rejected = { rejection: "invalid" as const, findings: [aFinding({ kind: "key-rejected" })] };

  test("is the usual one without an account, and when all is well", () => {
    expect(badge([]).icon).toBe("ok");
    expect(badge([{}, {}]).icon).toBe("ok");
  });

  test.each<Level>(["error", "warning", "notice"])(
    "asks for attention while something counts: %s",
    (level) => {
      expect(badge([{ state: { findings: [finding(level)] } }, {}]).icon).toBe("attention");
    },
  );

  test("asks for attention while a key is rejected", () => {
    expect(badge([{ state: rejected }]).icon).toBe("attention");
  });

  test("is the usual one while what there is does not count", () => {
    expect(badge([{ state: { findings: [finding("notice")] } }], { countingLevel: "error" }).icon).toBe("ok");
  });

  test("is grey while nothing is known of an account", () => {
    expect(badge([{ state: unreachable }]).icon).toBe("unknown");
    expect(badge([{ lacks: "key" }, {}]).icon).toBe("unknown");
    expect(badge([{ notStored: true }]).icon).toBe("unknown");
    expect(badge([], { newer: true }).icon).toBe("unknown");
  });

  test("is grey while all accounts are snoozed, and that of the others while one is", () => {
    expect(badge([{ state: snoozed }, { state: { snoozeUntil: NOW + 1 } }]).icon).toBe("unknown");
    expect(badge([{ state: snoozed }, {}]).icon).toBe("ok");
    expect(badge([{ state: snoozed }, { state: rejected }]).icon).toBe("attention");
  });

  test("says how things are although the number is hidden", () => {
    const hidden = { showBadge: false };
    expect(badge([{ state: { findings: [finding("error")] } }], hidden).icon).toBe("attention");
    expect(badge([{ state: unreachable }], hidden).icon).toBe("unknown");
    expect(badge([{}], hidden).icon).toBe("ok");
  });
});

describe("what is not watched", () => {
  const unkept = { connections: [{ ...aConnection(), notKept: 3 }] };

  test("an account that the list has lost is a question mark, as long as nothing is worse", () => {
    expect(badge([{}], { lost: 1 })).toMatchObject({ text: "?", icon: "unknown" });
    expect(badge([], { lost: 1 })).toMatchObject({ text: "?", icon: "unknown" });
    expect(badge([{ state: { findings: [finding("error")] } }], { lost: 1 }).text).toBe("1");
    expect(badge([{}], { lost: 1, showBadge: false })).toMatchObject({ text: "", icon: "unknown" });
  });

  test("so are calendars that there is no room for", () => {
    expect(badge([{ state: unkept }])).toMatchObject({ text: "?", icon: "unknown" });
    expect(badge([{ state: { ...unkept, findings: [finding("error")] } }]).text).toBe("1");
  });
});
