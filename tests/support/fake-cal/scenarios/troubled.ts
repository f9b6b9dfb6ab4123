import type { Fault } from "../faults.ts";
import { danaApple, danaCalDav, danaFeeds, danaGoogle, danaOutlook } from "./accounts.ts";
import { type ConnectionSeed, connect, dana, destinationRow } from "./build.ts";
import { DEMO_KEY } from "./demo-key.ts";
import { everyday } from "./healthy.ts";
import type { Scenario } from "./scenario.ts";

const OUTLOOK_CALENDAR = "AAMkAGQ1ZmFkLWVu0AAA=";

const googleDestination = () => destinationRow("google_calendar", "dana@example.com", 135);

/** Google refuses, and as it is the first connection, the first read blanks the destination. */
export function oneRevoked(): Scenario {
  return { users: [dana([broken(danaGoogle(), { kind: "revoked" }), danaOutlook()], googleDestination())] };
}

/** Outlook fails on about a third of the reads, in a pattern that is the same every time. */
export function outlookNowAndThen(): Scenario {
  const outlook = broken(danaOutlook(), { kind: "now-and-then", seed: 2, percent: 35, reads: 0 });
  return { users: [dana([danaGoogle(), outlook], googleDestination())] };
}

/** Connected, and not one calendar is checked for conflicts. */
export function nothingSelected(): Scenario {
  return { users: [dana([danaGoogle(false)], googleDestination())] };
}

/** Bookings went to Outlook, which fails: the first read moves them to Google and keeps the old credential's id. */
export function destinationMoved(): Scenario {
  const row = destinationRow("office365_calendar", OUTLOOK_CALENDAR, 212, {
    primaryEmail: "dana@contoso.example",
  });
  return { users: [dana([danaGoogle(), broken(danaOutlook(), { kind: "failing" })], row)] };
}

/** Bookings are added to a calendar that takes none. */
export function readOnlyDestination(): Scenario {
  const row = destinationRow("google_calendar", "team-rota@group.calendar.google.com", 135);
  return { users: [dana([danaGoogle(), danaOutlook()], row)] };
}

/** All is well but the key. */
export function keyExpired(): Scenario {
  return { ...everyday(), keys: [{ key: DEMO_KEY, userId: 4412, state: "expired" }] };
}

/** One of each: refused, failing, empty, unchecked, a lost feed, nothing writable. */
export function everythingWrong(): Scenario {
  const zoho = connect("zoho_calendar", 455, "dana@zoho.example", [
    { externalId: "zoho-1", name: "Dana", primary: true },
  ]);
  const calDav = danaCalDav();
  const feeds = danaFeeds([
    { externalId: "https://feeds.example.com/private-abc123/rota.ics", name: "Clinic rota", selected: true },
    { externalId: "https://feeds.example.com/private-def456/school.ics", name: null },
  ]);
  const rota = feeds.connection.calendars[0];
  if (rota !== undefined) {
    rota.dropped = true;
  }
  return {
    users: [
      dana(
        [
          broken(danaApple(), { kind: "no-calendars" }),
          { ...calDav, selections: [] },
          broken(danaGoogle(), { kind: "revoked" }),
          feeds,
          broken(danaOutlook(), { kind: "failing" }),
          zoho,
        ],
        googleDestination(),
      ),
    ],
  };
}

function broken(seed: ConnectionSeed, fault: Fault): ConnectionSeed {
  seed.connection.fault = fault;
  return seed;
}
