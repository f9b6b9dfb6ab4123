import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DAY, HOUR } from "../core/time.ts";
import { statusMigrations } from "./status-migrations.ts";

const FIRST = JSON.parse(readFileSync("tests/fixtures/records/v1/status.json", "utf8"));
const NOW = FIRST.state.lastGoodAt;

function finding(change: object) {
  return { ...FIRST.state.findings[0], notified: [], suppressedLevels: [], about: null, ...change };
}

function second(change: object = {}, outbox = FIRST.outbox) {
  const step = statusMigrations[2];
  // biome-ignore lint/suspicious/noExplicitAny: what a migration makes is looked at by the schema alone.
  return step?.({ ...FIRST, outbox, state: { ...FIRST.state, ...change } }) as any;
}

describe("a status of the first version", () => {
  test("keeps all that it knew of connections, calendars, destination, findings, marks and what is pending", () => {
    const { state, ...rest } = second();
    const { state: was, ...restBefore } = FIRST;
    expect(rest).toEqual(restBefore);
    expect(state.connections).toMatchObject(was.connections);
    expect(state).toMatchObject({ destination: was.destination, pending: was.pending });
    const known = ({ kind, subject, level, confirmed, acknowledged, notified }: Record<string, unknown>) => ({
      kind,
      subject,
      level,
      confirmed,
      acknowledged,
      notified,
    });
    expect(state.findings.map(known)).toEqual(was.findings.map(known));
    expect(state.acknowledgements.map(({ kind }: { kind: string }) => kind)).toEqual(
      was.acknowledgements.map(({ kind }: { kind: string }) => kind),
    );
  });

  test("has waited for what it has waited", () => {
    const { state } = second({
      findings: [finding({ confirmedAt: NOW - 20 * DAY }), finding({ confirmedAt: null, confirmed: false })],
      acknowledgements: [{ ...FIRST.state.acknowledgements[0], absentSince: NOW - HOUR }],
    });
    expect(state.counted - state.findings[0].confirmedCounted).toBe(20 * DAY);
    expect(state.findings[1].confirmedCounted).toBeNull();
    expect(state.counted - state.acknowledgements[0].absentCounted).toBe(HOUR);
    expect(JSON.stringify(state)).not.toMatch(/absentSince|endedAt/);
  });

  test("waits at least another day, however wrong the clock was", () => {
    const { state } = second({ findings: [finding({ confirmedAt: 0 })] });
    expect(state.counted - state.findings[0].confirmedCounted).toBe(29 * DAY);
  });

  test("has said an outage since when it began", () => {
    const outage = finding({ kind: "unreachable", since: NOW - 5 * HOUR });
    expect(second({ failures: 9, findings: [outage] }).state.failingSince).toBe(NOW - 5 * HOUR);
    expect(second({ failures: 1, findings: [] }).state.failingSince).toBe(FIRST.state.lastAttemptAt);
    expect(second({ failures: 0, findings: [] }).state.failingSince).toBeNull();
  });

  test("is not told again that nothing is checked, now that this is a warning", () => {
    const told = finding({ kind: "nothing-selected", level: "error", notified: ["error"] });
    const notice = { kind: "nothing-selected", level: "error" };
    const { state, outbox } = second({ findings: [told] }, { at: 0, notices: [notice] });
    expect(state.findings[0]).toMatchObject({ level: "warning", notified: ["warning"] });
    expect(outbox.notices).toEqual([{ kind: "nothing-selected", level: "warning" }]);
  });

  test("is not told again where bookings go", () => {
    const about = { integration: "google_calendar", externalId: "new" };
    const told = finding({ kind: "destination-changed", level: "warning", notified: ["warning"], about });
    const untold = finding({ kind: "destination-changed", level: "warning", about });
    expect(second({ findings: [told, untold] }).state.findings).toMatchObject([
      { notifiedAbout: [about] },
      { notifiedAbout: [] },
    ]);
  });
});
