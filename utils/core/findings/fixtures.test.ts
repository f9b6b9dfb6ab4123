import { expect, it } from "vitest";
import { ORGANISATION } from "../../../tests/fixtures/bodies.ts";
import { fixture } from "../../../tests/fixtures/fixture.ts";
import { Replay } from "../../../tests/support/unit/replay.ts";

const FAMILY = "notice not-selected 135 family0123@group.calendar.google.com";
const ROTA = [
  "notice not-selected 135 team-rota@group.calendar.google.com",
  "notice read-only 135 team-rota@group.calendar.google.com",
] as const;
const HOLIDAY = [
  "notice not-selected 135 en.usa#holiday@group.v.calendar.google.com",
  "notice read-only 135 en.usa#holiday@group.v.calendar.google.com",
] as const;
const FEEDS = [
  "notice read-only 300 https://feeds.example.com/private.ics",
  "notice read-only 300 https://feeds.example.com/team.ics",
] as const;
const BIRTHDAYS = [
  "notice not-selected 212 AAMkAGQ1ZmFkLWVu1BBB=",
  "notice read-only 212 AAMkAGQ1ZmFkLWVu1BBB=",
] as const;
const FEED = "notice read-only 410 https://feeds.example.com/private-abc123/basic.ics";

it.each<[string, string[], string[]]>([
  ["healthy-google-outlook", [FAMILY, ROTA[0], BIRTHDAYS[0], ROTA[1], BIRTHDAYS[1]], []],
  ["none-connected", ["error no-connections"], ["no-connections"]],
  [
    "google-revoked-only-connection-destination-blanked",
    ["error connection-error 135", "error destination-missing"],
    ["connection-error 135", "destination-missing"],
  ],
  [
    "outlook-broken-google-ok-destination-moved-stale-credential",
    ["error connection-error 212?", FAMILY, ROTA[0], ROTA[1]],
    [],
  ],
  [
    "apple-no-provider-primary",
    ["notice not-selected 301 https://caldav.icloud.com/20961146906/calendars/office/"],
    [],
  ],
  ["ics-only-readonly-destination", ["error destination-read-only", FEED], ["destination-read-only"]],
  [
    "delegation-broken",
    [`error connection-error -1/${ORGANISATION}`, "error destination-missing", ...BIRTHDAYS],
    [`connection-error -1/${ORGANISATION}`, "destination-missing"],
  ],
  [
    "connected-but-nothing-selected",
    ["warning not-selected 135 dana@example.com", "warning nothing-selected", FAMILY, ROTA[0], ROTA[1]],
    ["not-selected 135 dana@example.com", "nothing-selected"],
  ],
  [
    "two-google-accounts-shared-calendar",
    [
      "warning not-selected 136 dana.side@example.com",
      FAMILY,
      ROTA[0],
      ROTA[1],
      "notice read-only 136 dana@example.com",
    ],
    ["not-selected 136 dana.side@example.com"],
  ],
  ["old-server-holiday", [HOLIDAY[0], FAMILY, HOLIDAY[1]], []],
  [
    "google-readded-beside-broken",
    ["error connection-error 135", "error destination-missing"],
    ["connection-error 135", "destination-missing"],
  ],
  ["google-old-removed-destination-recreated", [], []],
  ["ics-only-newest-integration", ["error destination-read-only", ...FEEDS], ["destination-read-only"]],
  ["lark-with-email", ["notice not-selected 8 feishu.cn_Def@group.calendar.feishu.cn"], []],
  ["exchange2013", ["notice not-selected 9 AAMk2"], []],
])("a first answer like %s", (name, findings, notify) => {
  expect(new Replay().answer(fixture(name))).toMatchObject({ findings, notify });
});

it("of 47 calendars of which one is checked each other is a notice, and nothing is told", () => {
  const shown = new Replay().answer(fixture("hosted-one-google-47-calendars"));
  expect(shown).toMatchObject({ badge: "46", level: "notice", notify: [] });
  expect(shown.findings.every((one) => one.startsWith("notice not-selected 4711001 "))).toBe(true);
});

it("Google is revoked, Outlook gone: the blanked destination is told once both are sure, then that all is over", () => {
  const replay = new Replay();
  const healthy = replay.answer(fixture("healthy-google-outlook"));
  const revoked = fixture("google-revoked-only-connection-destination-blanked");
  expect(replay.wait(1800).answer(revoked).notify).toEqual(["connection-error 135"]);
  expect(replay.wait(300).answer(revoked).notify).toEqual(["destination-changed", "connection-gone 212"]);
  const back = replay.wait(1800).answer(fixture("healthy-google-outlook"));
  expect(back).toMatchObject({
    findings: healthy.findings,
    notify: [
      "recovered connection-error 135",
      "recovered destination-changed",
      "recovered connection-gone 212",
    ],
  });
});
