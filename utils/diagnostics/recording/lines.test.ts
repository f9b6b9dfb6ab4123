import { spawnSync } from "node:child_process";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  answerOf,
  BLANK,
  broken,
  calendar,
  DANA,
  danas,
  delegated,
  destination,
  feed,
  google,
  type Json,
  OFFICE,
  outlook,
  primary,
  REVOKED,
  rejection,
  unselected,
  without,
} from "../../../tests/fixtures/bodies.ts";
import { Recorded } from "../../../tests/fixtures/recorded.ts";
import { isCheck } from "../../core/model/checks-log.ts";
import { LOG_BOUNDS } from "../log/bounds.ts";
import { readLine } from "../replay/line.ts";
import { Player } from "../replay/player.ts";

// One of these starts a process.
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const FEED = "https://feeds.example.com/private-abc123/basic.ics";

const team = google(135, primary(DANA), calendar("team"), unselected("rota", { readOnly: true }));
const office = outlook(212, primary(OFFICE));
const well = danas(team, office);
const good = (body: unknown): Json => ({ status: 200, body });
const revoked = good(danas(broken(team, REVOKED), office));
const doubted = good(danas(team, broken(office)));
const lost = good(danas(google(135, primary(DANA), unselected("team")), office));
const moved = good(danas(google(135, primary(DANA), unselected("team-2", { name: "team" })), office));
const beside = good(danas(team, broken(office, REVOKED), outlook(213, primary(OFFICE))));
const offline: Json = { network: "offline" };

const org = delegated(google(1, primary("boss@example.com")));
const orgBroken = without(broken(org, "No primary calendar found"), "delegationCredentialId");

/** What happened in the end, after everything was well for a while. */
const HISTORIES: Record<string, [pause: number, line: Json][]> = {
  "a break": [[HOUR, revoked]],
  "a break that may pass": [[HOUR, doubted]],
  "a break that did not pass": [
    [HOUR, doubted],
    [5 * MINUTE, doubted],
  ],
  "a break that passed": [
    [HOUR, doubted],
    [MINUTE, good(well)],
  ],
  "a connection that is gone": [
    [HOUR, good(danas(team))],
    [5 * MINUTE, good(danas(team))],
  ],
  "a connection that is perhaps gone": [[HOUR, good(danas(team))]],
  "a calendar that is gone": [
    [HOUR, good(danas(google(135, primary(DANA)), office))],
    [5 * MINUTE, good(danas(google(135, primary(DANA)), office))],
  ],
  "a selection that is perhaps lost": [[HOUR, lost]],
  "a lost selection": [
    [HOUR, lost],
    [5 * MINUTE, lost],
  ],
  "a calendar that has perhaps moved": [[HOUR, moved]],
  "a calendar that moved": [
    [HOUR, moved],
    [5 * MINUTE, moved],
  ],
  "an account that is connected twice": [[HOUR, good(danas(team, office, outlook(213, primary(OFFICE))))]],
  "an account that was connected again beside the broken one": [[HOUR, beside]],
  "an account whose broken connection was removed at last": [
    [HOUR, beside],
    [HOUR, good(danas(team, outlook(213, primary(OFFICE))))],
  ],
  "malformed entries": [
    [HOUR, good(danas(google(135, primary(DANA), {}, 7, null), { credentialId: 212 }))],
    [5 * MINUTE, good(danas(google(135, primary(DANA), {}, 7, null), null))],
  ],
  "flags that are none": [
    [HOUR, good(danas(google(135, primary(DANA, { isSelected: "?", readOnly: 1 })), office))],
  ],
  "a delegation without its id": [
    [HOUR, good(danas(team, office, org))],
    [HOUR, good(danas(team, office, orgBroken))],
  ],
  "a destination that moved": [
    [HOUR, good(answerOf([team, office], destination(OFFICE, "office365_calendar")))],
  ],
  "a destination that is blank": [[HOUR, good(answerOf([team, office], BLANK))]],
  "a destination that says nothing": [[HOUR, good(answerOf([team, office], "?"))]],
  "a feed": [[HOUR, good(answerOf([team, feed(300, FEED)], destination(FEED, "", { credentialId: 300 })))]],
  "an account that came back under another id": [[HOUR, good(danas(team, outlook(999, primary(OFFICE))))]],
  "a rejected key": [[HOUR, { status: 401, body: rejection() }]],
  "failures with a hint, for long": [
    [HOUR, { status: 429, text: "", headers: { "Retry-After": "600" } }],
    [HOUR, { status: 502, text: "<html>", headers: { "Retry-After": "Mon, 05 Jan 2026 12:00:00 GMT" } }],
    [HOUR, { status: 200, text: "<html>sign in" }],
    [HOUR, { network: "timeout" }],
    [HOUR, offline],
  ],
  "Cal.com's own errors": Array.from({ length: 5 }, () => [
    HOUR,
    {
      status: 404,
      body: { status: "error", error: { code: "NotFoundException", message: "No user dana@x.org" } },
    },
  ]),
  "a sign-in page in between": Array.from({ length: 5 }, () => [HOUR, { network: "redirect" }]),
  "a token that may not read": [
    [
      HOUR,
      { status: 403, body: { status: "error", error: { code: "X", message: "insufficient_scope: x" } } },
    ],
  ],
};

/** Half an hour apart, as often as asked. */
function watched(times: number): Recorded {
  const recorded = new Recorded();
  for (let time = 0; time < times; time++) recorded.wait(30 * MINUTE).line(good(well));
  return recorded;
}

function livedThrough(recorded: Recorded, history: [number, Json][]): Recorded {
  for (const [pause, line] of history) recorded.wait(pause).line(line);
  return recorded;
}

describe.each([
  ["from the first check on", 3],
  ["whose first checks are gone", LOG_BOUNDS.checks + 3],
])("a recording %s", (_, times) => {
  test.each(Object.entries(HISTORIES))("shows %s", (_, history) => {
    const { replayed, live } = livedThrough(watched(times), history).compared();
    expect(live).not.toEqual([]);
    expect(replayed).toEqual(live);
  });

  test("shows what the person did", () => {
    const recorded = watched(times);
    recorded.mark("acknowledge", recorded.state.findings);
    recorded.wait(MINUTE).line({ do: { unselect: { externalId: "team", credentialId: 135 } } });
    livedThrough(recorded, [
      [MINUTE, good(danas(google(135, primary(DANA), unselected("team")), office))],
      [HOUR, good(answerOf([team, broken(office, REVOKED)], BLANK))],
      [MINUTE, { do: { setDestination: { integration: "google_calendar", externalId: "team" } } }],
      [MINUTE, good(answerOf([team, broken(office, REVOKED)], destination("team")))],
      [MINUTE, good(answerOf([team, broken(office, REVOKED)], destination(OFFICE, "office365_calendar")))],
      [MINUTE, { do: { keepDestination: true } }],
      [MINUTE, { do: { snoozeUntil: "2026-01-20T09:00:00+01:00" } }],
    ]);
    const { replayed, live } = recorded.compared();
    expect(replayed).toEqual(live);
    expect(recorded.recording().filter((line) => line.includes('"do"')).length).toBeGreaterThanOrEqual(5);
  });
});

describe("marks", () => {
  test("from before the recording's start are set as soon as what they are about comes up", () => {
    const recorded = livedThrough(watched(2), [[HOUR, revoked]]);
    recorded.mark("acknowledge", recorded.state.findings);
    for (let time = 0; time < LOG_BOUNDS.checks + 5; time++) recorded.wait(30 * MINUTE).line(revoked);
    expect(recorded.log.entries.every(isCheck)).toBe(true);
    const { replayed, live } = recorded.compared();
    expect(live.filter((finding) => String(finding).includes('"expected":true')).length).toBeGreaterThan(0);
    expect(replayed).toEqual(live);
  });

  test.each([1, LOG_BOUNDS.checks + 5])("taken back after %i checks are left out", (times) => {
    const recorded = watched(2);
    recorded.mark("acknowledge", recorded.state.findings);
    for (let time = 0; time < times; time++) recorded.wait(30 * MINUTE).line(good(well));
    recorded.mark("unacknowledge", recorded.state.findings);
    const { replayed, live } = recorded.wait(MINUTE).line(good(well)).compared();
    expect(replayed).toEqual(live);
    expect(recorded.recording().some((line) => line.includes('"expect"'))).toBe(false);
  });
});

test("in a long outage it still shows what was wrong before", () => {
  const recorded = livedThrough(watched(3), [
    [HOUR, doubted],
    [MINUTE, doubted],
    [2 * MINUTE, doubted],
    [2 * MINUTE, doubted],
  ]);
  for (let time = 0; time < LOG_BOUNDS.checks * 2; time++) recorded.wait(30 * MINUTE).line(offline);
  const { replayed, live } = recorded.compared();
  expect(live.some((finding) => String(finding).includes("connection-error"))).toBe(true);
  expect(live.some((finding) => String(finding).includes("unreachable"))).toBe(true);
  expect(replayed).toEqual(live);
});

test.each([
  ["lost", "selection-lost", lost],
  ["moved", "calendar-moved", moved],
])("what was %s before the recording's start is still so in it", (_, kind, line) => {
  const recorded = watched(2);
  for (let time = 0; time < LOG_BOUNDS.checks + 5; time++) recorded.wait(30 * MINUTE).line(line);
  const { replayed, live } = recorded.compared();
  expect(live.some((finding) => String(finding).includes(kind))).toBe(true);
  expect(replayed).toEqual(live);
});

test("the one that stands for a broken connection is named long after the recording's start, too", () => {
  const recorded = watched(2);
  for (let time = 0; time < LOG_BOUNDS.checks + 5; time++) recorded.wait(30 * MINUTE).line(beside);
  const { replayed, live } = recorded.compared();
  expect(live.some((finding) => String(finding).includes("replacedBy"))).toBe(true);
  expect(replayed).toEqual(live);
});

test("which of two is the first stays so, whatever Cal.com lists first", () => {
  const twice = good(danas(outlook(213, primary(OFFICE)), team, office));
  const { replayed, live } = new Recorded().line(twice).compared();
  expect(live.some((finding) => String(finding).includes("connection-twice"))).toBe(true);
  expect(replayed).toEqual(live);
});

test.each([429, 502])("a server's hint with HTTP %i has the tool wait as long", (status) => {
  const failed = { status, text: "", headers: { "retry-after": "777.5" } };
  const player = new Player();
  const shown = livedThrough(watched(1), [[HOUR, failed]])
    .recording()
    .map((line) => JSON.parse(player.play(line)));
  expect(shown.at(-1).nextCheckSeconds).toBe(778);
});

test("what Cal.com said is in it without addresses, and a redirect as one", () => {
  const error = { code: "NotFoundException", message: "Cannot find dana@x.org" };
  const recorded = livedThrough(watched(1), [
    [HOUR, { status: 404, body: { status: "error", error } }],
    [HOUR, { network: "redirect" }],
    [
      HOUR,
      { status: 403, body: { status: "error", error: { code: "X", message: "insufficient_scope: x" } } },
    ],
  ]);
  const lines = recorded.recording().map((line) => JSON.parse(line));
  expect(lines.at(-3)).toMatchObject({ status: 404, body: { error: { message: "Cannot find [mail]" } } });
  expect(lines.at(-2)).toMatchObject({ network: "redirect" });
  expect(readLine(JSON.stringify(lines.at(-1))).event).toMatchObject({ observation: { rejection: "scope" } });
});

test("a clock that was set back leaves no line earlier than the one before", () => {
  const recorded = livedThrough(watched(3), [
    [-5 * HOUR, good(well)],
    [MINUTE, doubted],
  ]);
  const times = recorded.recording().map((line) => Date.parse(JSON.parse(line).at));
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test("there is none without a check, and none where only outcomes are kept", () => {
  const recorded = new Recorded();
  expect(recorded.recording()).toEqual([]);
  recorded.line(good(well));
  recorded.log = { ...recorded.log, outcomesOnly: true };
  expect(recorded.recording()).toEqual([]);
});

describe("the replay tool", () => {
  let lines: string[];
  beforeEach(() => {
    lines = livedThrough(watched(LOG_BOUNDS.checks + 3), Object.values(HISTORIES).flat()).recording();
  });

  test("accepts a recording and prints a line for each of its lines", () => {
    const input = `${lines.join("\n")}\n`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["dev/replay/main.ts", "-"], {
      input,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout.trim().split("\n")).toHaveLength(lines.length);
  });

  test("gets no id of a calendar, a connection or a delegation", () => {
    for (const id of [DANA, OFFICE, FEED, "team", "135", "212", "300", "boss@", "6b2f4f0e"]) {
      expect(lines.join("\n").replace(/"at":"[^"]*"/g, "")).not.toContain(id);
    }
  });
});
