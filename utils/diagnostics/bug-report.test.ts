import { describe, expect, test } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  danas,
  delegated,
  destination,
  feed,
  google,
  ORGANISATION,
  outlook,
  primary,
  unselected,
} from "../../tests/fixtures/bodies.ts";
import { accountOf, aDetails } from "../../tests/fixtures/details.ts";
import { Recorded } from "../../tests/fixtures/recorded.ts";
import { DEFAULT_SETTINGS } from "../core/settings/records.ts";
import { bugReportOf } from "./bug-report.ts";
import type { Details } from "./details.ts";

const textOf = (details: Details) => bugReportOf(details).text;
const good = (body: unknown) => ({ status: 200, body });

const FEED = "https://feeds.example.net/private-abc123/basic.ics";
const team = google(
  771135,
  primary("daniela@example.com", { name: "Daniela Lopez", email: "daniela@example.com" }),
  unselected("c_0123456789abcdef@group.calendar.google.com", { name: "Family outings", readOnly: true }),
);
const org = delegated(google(1, primary("boss@acme.example")));
const secretFeed = feed(771300, FEED);
const body = answerOf([team, org, secretFeed], destination("daniela@example.com"));

function lively(): Recorded {
  const recorded = new Recorded().line(good(body)).wait(1800);
  recorded.line(
    good(answerOf([broken(team, "Failed for daniela@example.com of Family outings"), org, secretFeed])),
  );
  recorded.wait(60).line({ status: 503, text: "" });
  return recorded.wait(1800).line({ network: "timeout" });
}

describe("the text", () => {
  test("says where the extension runs", () => {
    const text = textOf(aDetails([], { setAside: 2 }));
    expect(text).toContain("Calendar Status for Cal.com 1.2.3\n");
    expect(text).toContain("Made at: 2026-03-04 13:05:00Z");
    expect(text).toContain(
      "Browser: Firefox 142.0\nSystem: linux x86-64\nLanguage: en-GB; local time is UTC+05:30",
    );
    expect(text).toContain("Permissions: storage, alarms\nServers that may be asked: api.cal.com");
    expect(text).toContain("Damaged records set aside: 2");
  });

  test("says when the browser's clock is not gone by", () => {
    const recorded = new Recorded().line(good(body));
    const text = (clockAheadBy: number) => textOf(aDetails([{ ...accountOf(recorded), clockAheadBy }]));
    expect(text(0)).not.toContain("clock");
    expect(text(90_000)).toContain("The browser's clock jumped, and is not believed yet: 2 min ahead\n");
    expect(text(-3_600_000)).toContain("60 min behind\n");
  });

  test("says which connection stands for a broken one beside it", () => {
    const anew = google(771136, primary("daniela@example.com", { email: "daniela@example.com" }));
    const gone = broken(team, "Access token expired or revoked");
    const to = destination("daniela@example.com");
    const recorded = new Recorded().line(good(answerOf([team], to))).wait(1800);
    recorded.line(good(answerOf([gone], to))).wait(1800);
    recorded.line(good(answerOf([gone, anew], to)));
    const text = textOf(aDetails([accountOf(recorded)]));
    expect(text).toMatch(
      /connection (\d+) \(google_calendar\): broken, .*breaks: 1\n +replaced by: connection (?!\1)\d+/,
    );
  });

  test("says which settings are in force, which a policy has set and which of it is ignored", () => {
    const text = textOf(
      aDetails([], {
        settings: { ...DEFAULT_SETTINGS, intervalMinutes: 60 },
        policy: {
          policy: { intervalMinutes: 60, apiUrl: "https://cal.acme.example/v2" },
          ignored: ["countingLevel"],
        },
      }),
    );
    expect(text).toContain("  intervalMinutes: 60 (set by policy)\n  notifications: true\n");
    expect(text).toContain("  apiUrl: set by policy\n");
    expect(text).toContain("policy value countingLevel is ignored: it does not fit");
    expect(text).not.toContain("acme");
  });

  test("lists the last checks, newest first", () => {
    const { text } = bugReportOf(aDetails([accountOf(lively())]));
    expect(text).toContain(
      [
        "  Last checks: 4",
        "    2026-01-05 10:01:00Z     120 ms  timed-out",
        "    2026-01-05 09:31:00Z     120 ms  server-failed (HTTP 503)",
        "    2026-01-05 09:30:00Z     120 ms  answer (new)",
        "    2026-01-05 09:00:00Z     120 ms  answer (new)",
      ].join("\n"),
    );
  });

  test("names calendars by stand-ins and their first characters, and feeds not at all", () => {
    const text = textOf(aDetails([accountOf(lively())]));
    expect(text).toContain('calendar-1 "Dan… dan…@exa…": primary, selected');
    expect(text).toContain('calendar-2 "Fam…": not selected, read-only');
    expect(text).toContain("calendar-4 ICS feed: selected, read-only");
    expect(text).toContain("message: Failed for [mail] of [name] [name]");
  });

  test("says what is found, of what, how surely and since when", () => {
    const recorded = lively();
    recorded.mark(
      "acknowledge",
      recorded.state.findings.filter(({ kind }) => kind === "connection-error"),
    );
    expect(textOf(aDetails([accountOf(recorded)]))).toContain(
      "error connection-error of connection 1 (google_calendar): suspected, expected, since 2026-01-05 09:30:00Z",
    );
  });

  test("says what was left out and dropped", () => {
    const recorded = new Recorded().line(good(danas(google(771135, primary("daniela@example.com"), {}, 7))));
    recorded.state.dropped.acknowledgements = 12;
    const text = textOf(aDetails([{ ...accountOf(recorded), notStored: true }]));
    expect(text).toContain(", 2 malformed calendars left out");
    expect(text).toContain("Dropped, since too many: 12 marks");
    expect(text).toContain("The last answer could not be stored");
  });

  test("stays short with thousands of calendars", () => {
    const many = Array.from({ length: 1_500 }, (_, index) => unselected(`c${index}`));
    const recorded = new Recorded().line(good(danas(google(771135, ...many))));
    const text = textOf(aDetails([accountOf(recorded)]));
    expect(text).toContain("and 1300 more calendars");
    expect(text).toMatch(/and 140\d more findings/);
    expect(text.split("\n").length).toBeLessThan(400);
  });

  test("says which records can't be read", () => {
    expect(textOf(aDetails("newer"))).toContain("Accounts: newer");
    const text = textOf(aDetails([{ ...accountOf(new Recorded()), state: "damaged", log: "newer" }]));
    expect(text).toContain("Status: damaged");
    expect(text).toContain("Last checks: the record is newer");
  });

  test("says when only outcomes are kept", () => {
    const recorded = lively();
    recorded.log = { ...recorded.log, outcomesOnly: true };
    const { text, recordings } = bugReportOf(aDetails([accountOf(recorded)]));
    expect(text).toContain("too large to be kept");
    expect(recordings).toEqual([null]);
  });
});

describe("stand-ins", () => {
  test("are the same in the text and in the recording", () => {
    const { text, recordings } = bugReportOf(aDetails([accountOf(lively())]));
    const [first] = (recordings[0] ?? "").split("\n").map((line) => line && JSON.parse(line));
    const [google] = first.body.data.connectedCalendars;
    expect(google).toMatchObject({
      credentialId: 1,
      calendars: [{ externalId: "calendar-1" }, { readOnly: true }],
    });
    expect(text).toContain("connection 1 (google_calendar): broken");
    expect(text).toContain("Remembered destination: calendar-1 (google_calendar)");
  });

  test("stand for the same when the report is made again", () => {
    const recorded = lively();
    expect(bugReportOf(aDetails([accountOf(recorded)]))).toEqual(
      bugReportOf(aDetails([accountOf(recorded)])),
    );
  });

  test("of servers of one's own are the same in permissions and accounts", () => {
    const own = { region: "self-hosted" as const, apiUrl: "https://cal.acme.example/api/v2" };
    const text = textOf(
      aDetails([accountOf(lively(), own)], {
        permissions: { names: [], origins: ["https://other.example/*", "https://cal.acme.example/*"] },
      }),
    );
    expect(text).toContain("Servers that may be asked: server-2, server-1");
    expect(text).toContain("Server: self-hosted (server-1)");
  });
});

describe("nobody is named", () => {
  const SECRETS = [
    "daniela",
    "lopez",
    "family outings",
    "boss",
    "acme",
    "feeds.example.net",
    "private-abc123",
    "c_0123456789abcdef",
    "771135",
    "771300",
    ORGANISATION,
    "my label",
    "dani-cal",
    "account-id-1",
    "cal_live",
  ];
  const account = {
    id: "account-id-1",
    label: "My label",
    region: "self-hosted" as const,
    apiUrl: "https://cal.acme.example/v2",
    webUrl: "https://app.acme.example",
    user: { id: 771135, username: "dani-cal", email: "daniela@example.com", name: "Daniela Lopez" },
  };
  const MESSAGES = [
    "Could not read Family outings of Daniela Lopez",
    `User daniela@example.com might not exist in Acme`,
    `delegationCredential ${ORGANISATION} of acme is broken`,
    `GET ${FEED} failed with cal_live_0123456789abcdef`,
    "LOPEZ: quota exceeded",
    "My label",
  ];

  test.each(MESSAGES)("where Cal.com says %j", (message) => {
    const recorded = lively().wait(60);
    recorded.line(
      good(answerOf([broken(team, message), org, secretFeed], destination(FEED, "odd name of acme"))),
    );
    const error = { code: "NotFoundException", message, details: { errors: [{ value: "Family outings" }] } };
    recorded.wait(60).line({ status: 404, body: { status: "error", error } });
    recorded.line({ do: { setDestination: { integration: "Lopez", externalId: "boss@acme.example" } } });
    recorded.line({ do: { unselect: { externalId: "daniela@example.com", credentialId: 771135 } } });
    recorded.mark("acknowledge", recorded.state.findings);
    recorded.wait(60).line(good(answerOf([outlook(771300), calendar("acme"), { credentialId: 771135 }])));
    const details = aDetails([accountOf(recorded, account), accountOf(lively(), account)], {
      permissions: { names: [], origins: ["https://cal.acme.example/*", "https://*.acme.example/*"] },
      policy: { policy: { apiUrl: account.apiUrl, webUrl: account.webUrl }, ignored: [] },
    });
    const { text, recordings } = bugReportOf(details);
    const all = [text, ...recordings].join("\n").toLowerCase();
    expect(SECRETS.filter((secret) => all.includes(secret.toLowerCase()))).toEqual([]);
    expect(recordings.filter((recording) => recording !== null)).toHaveLength(2);
    expect(text).toMatch(/cal-error \(HTTP 404\): .*\[/);
    expect(recordings[0]).toMatch(/"status":404,"body":{"status":"error".*\[/);
  });
});
