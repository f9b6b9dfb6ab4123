import { expect, test } from "vitest";
import { bars } from "../../utils/core/history/bar.ts";
import { historyItems } from "../../utils/core/history/incidents.ts";
import type { HistoryEntry, NamedConnection } from "../../utils/core/model/history.ts";
import { itemOfDay } from "./item-of-day.ts";

const GOOGLE: NamedConnection = {
  integration: "google_calendar",
  credentialId: 1,
  delegationCredentialId: null,
  app: "Google Calendar",
  whose: "dana@example.com",
};
const OUTLOOK = { ...GOOGLE, integration: "office365_calendar", credentialId: 2 };
const CONNECTIONS = [GOOGLE, OUTLOOK, { ...GOOGLE, credentialId: 9 }];
const at = (local: string) => new Date(local).getTime();
const NOW = at("2026-03-05T14:00");

/** What the day of Google's bar leads to: the time of its begin. */
function leadsTo(date: string, ...entries: [local: string, what: Omit<HistoryEntry, "at">][]): string | null {
  const all = entries.map(([local, what]): HistoryEntry => ({ at: at(local), ...what }));
  const items = historyItems({ connections: CONNECTIONS, entries: all, days: [] });
  const known = { items, connections: CONNECTIONS, findings: [], now: NOW };
  const [bar] = bars([{ ...GOOGLE, last: "2026-03-05", days: "w" }], known, "2026-03-05", null);
  const item = bar && itemOfDay(items, CONNECTIONS, bar, date, NOW);
  return item ? (entries.find(([local]) => at(local) === item.at)?.[0] ?? null) : null;
}

const broke = (connection = 0) => ({ event: "came", kind: "connection-error", connection }) as const;
const works = (connection = 0) => ({ event: "recovered", kind: "connection-error", connection }) as const;
const selected = (connection: number) => ({ event: "selected", connection, name: "Family" }) as const;

test("a day leads to the break that lasted on it, also when it began days before", () => {
  const entries: Parameters<typeof leadsTo>[1][] = [
    ["2026-03-02T20:00", broke()],
    ["2026-03-03T09:00", selected(0)],
    ["2026-03-04T08:00", works()],
  ];
  expect(leadsTo("2026-03-02", ...entries)).toBe("2026-03-02T20:00");
  expect(leadsTo("2026-03-03", ...entries)).toBe("2026-03-02T20:00");
  expect(leadsTo("2026-03-04", ...entries)).toBe("2026-03-02T20:00");
  expect(leadsTo("2026-03-05", ...entries)).toBeNull();
});

test("a day leads to a break that lasts, and to one under an earlier id", () => {
  expect(leadsTo("2026-03-05", ["2026-03-02T20:00", broke()])).toBe("2026-03-02T20:00");
  expect(leadsTo("2026-03-05", ["2026-03-02T20:00", broke(2)])).toBe("2026-03-02T20:00");
});

test("without a break a day leads to what happened to the connection, else to the first entry of the day", () => {
  expect(leadsTo("2026-03-03", ["2026-03-03T09:00", selected(0)], ["2026-03-03T10:00", selected(1)])).toBe(
    "2026-03-03T09:00",
  );
  expect(leadsTo("2026-03-03", ["2026-03-03T09:00", broke(1)], ["2026-03-03T10:00", selected(1)])).toBe(
    "2026-03-03T10:00",
  );
  expect(leadsTo("2026-03-04", ["2026-03-03T10:00", selected(1)])).toBeNull();
});
