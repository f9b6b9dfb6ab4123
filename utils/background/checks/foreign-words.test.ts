import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { answerOf, connection, destination, type Json } from "../../../tests/fixtures/bodies.ts";
import { accountOf, aDetails } from "../../../tests/fixtures/details.ts";
import {
  allowHosts,
  anAccount,
  KEY,
  MINUTE,
  NOW,
  seed,
  stored,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { tooltipOf } from "../../copy/badge/tooltip.ts";
import { destinationName, eventTypeName, subjectName } from "../../copy/names.ts";
import { problemCopy } from "../../copy/problems/problem-copy.ts";
import { shownFindings } from "../../core/findings/summary.ts";
import type { ChecksRecord } from "../../core/model/records.ts";
import { checksOf, SETTINGS, statusOf } from "../../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";
import { bugReportOf } from "../../diagnostics/bug-report.ts";
import { flushOutbox } from "../notifications/flush-outbox.ts";
import { check } from "./check.ts";

const { local } = fakeBrowser.storage;
const SECRET = "5ecre7";
const FEED = `https://dana:${SECRET}@feeds.example.com/private-${SECRET}/basic.ics`;
const WRITTEN = [
  FEED,
  encodeURIComponent(FEED),
  FEED.replace("https", "WEBCAL"),
  FEED.slice("https://".length),
];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  allowHosts();
  await seed([{ eventTypesRead: null }]);
  await local.remove(statusOf("a1"));
  await local.set({ [SETTINGS]: { ...DEFAULT_SETTINGS, eventTypes: true } });
});

async function look(status: number, list: unknown, eventTypes: unknown): Promise<void> {
  vi.setSystemTime(Date.now() + 30 * MINUTE);
  vi.stubGlobal("fetch", async (url: string) => {
    const body = String(url).endsWith("/event-types") ? { status: "success", data: eventTypes } : list;
    return new Response(JSON.stringify(body), { status });
  });
  await check("a1");
  await flushOutbox();
}

/** Everything of this account that anybody gets to see: on the badge, in notifications, in pages, in files. */
async function shown(): Promise<string> {
  const { state } = await storedStatus();
  const account = anAccount();
  const { [checksOf("a1")]: log } = (await stored()) as Record<string, ChecksRecord>;
  const known = { account, state, lacks: null, notStored: false };
  const settings = { showBadge: true, countingLevel: "notice" as const };
  const { text, recordings } = bugReportOf(aDetails([{ ...accountOf({ state, log: log as ChecksRecord }) }]));
  return JSON.stringify([
    tooltipOf({ accounts: [known], settings, newer: false }, Date.now()),
    fakeBrowser.notifications.getAllCreateOptions(),
    shownFindings(state).map((finding) => problemCopy({ account, state, now: Date.now() }, finding)),
    shownFindings(state).map(({ subject }) =>
      subject.type === "calendar" ? subjectName(state, subject) : "",
    ),
    state.eventTypes.map((one) => eventTypeName(state, { type: "eventType", id: one.id })),
    [state.destination.remembered, state.destination.current].map(
      (one) => one && destinationName(state, one),
    ),
    state.connections.map(({ appName, message }) => [appName, message]),
    state.lastFailure,
    Object.entries(await stored()).filter(
      ([name]) => !name.startsWith("status:") && !name.startsWith("key:"),
    ),
    text,
    recordings,
  ]);
}

const calendar = (externalId: string, name: string): Json => ({
  ...{ externalId, name, email: name, primary: null },
  ...{ readOnly: false, isSelected: true },
});

test.each(WRITTEN)(
  "nobody gets to see the secret of %s, whatever word of Cal.com's it is in",
  async (link) => {
    const words = `Feed ${link} (mine)`;
    const titled = (entry: Json, title: string) => ({
      ...entry,
      integration: { ...(entry.integration as Json), title },
    });
    const feeds = connection("ics-feed_calendar", 300, [calendar(FEED, words), calendar(`${FEED}?2`, words)]);
    const google = titled(connection("google_calendar", 135, [calendar("dana@example.com", words)]), words);
    const to = (id: string) => destination(id, "ics-feed_calendar", { name: words });
    const eventTypes = [
      {
        id: 7,
        title: words,
        destinationCalendar: { integration: "google_calendar", externalId: "dana@example.com" },
      },
    ];
    await look(200, answerOf([feeds, google], to(FEED)), eventTypes);
    const gone = { ...feeds, calendars: [(feeds.calendars as Json[])[0]] };
    const broken = {
      ...google,
      calendars: undefined,
      error: { message: `Could not read ${link}, ${link}.` },
    };
    for (let time = 0; time < 3; time++) await look(200, answerOf([gone, broken], to("x")), eventTypes);
    const { state } = await storedStatus();
    expect(shownFindings(state).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["connection-error", "calendar-gone", "event-type-destination-broken"]),
    );
    await look(400, { status: "error", error: { code: "X", message: `${words} of Bearer ${KEY}` } }, []);
    const all = await shown();
    expect(all).toContain("feeds.example.com");
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain(KEY);
  },
);
