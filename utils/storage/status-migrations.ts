import { DAY } from "../core/time.ts";
import type { Migrations } from "./migrate.ts";
import { changed, eachChanged, entriesOf, type Parts, partsOf } from "./parts.ts";

/** What waits 30 days waits one more at least: a clock may have been wrong when it began. */
const LONGEST_PASSED_MS = 29 * DAY;

export const statusMigrations: Migrations = { 2: second, 3: third };

/** Marks have an end and a note now, one problem can be snoozed, and event types are known. */
function third({ state, outbox, ...rest }: Parts): object {
  return {
    ...rest,
    mendings: [],
    eventTypesRead: null,
    bookingsChecks: [],
    automatic: { rewrite: null, acts: [], triedCalendars: [], underWay: null },
    state: changed(state, thirdState),
    ...(outbox !== undefined && { outbox: changed(outbox, (parts) => ({ ...parts, automatic: [] })) }),
  };
}

function thirdState({ findings, acknowledgements, dropped, ...rest }: Parts): object {
  const endless = { note: null };
  return {
    ...rest,
    version: 3,
    findings: eachChanged(findings, (finding) => ({ ...finding, ...endless, acknowledgedUntil: null })),
    acknowledgements: eachChanged(acknowledgements, (mark) => ({ ...mark, ...endless, until: null })),
    snoozed: [],
    eventTypes: [],
    lostApps: [],
    dropped: changed(dropped, (counts) => ({ ...counts, eventTypes: 0, snoozed: 0 })),
  };
}

/**
 * Waits are counted by good answers now, and not by the clock: what has passed of them has passed. Outages are counted by
 * failures: how long the present one has lasted is not known, so it begins anew, but one that was said stays.
 */
function second({ state, outbox, ...rest }: Parts): object {
  return {
    ...rest,
    state: changed(state, secondState),
    ...(outbox !== undefined && {
      outbox: changed(outbox, (parts) => ({
        ...parts,
        notices: eachChanged(parts.notices, (notice) => ({ ...notice, ...levels(notice) })),
      })),
    }),
  };
}

function secondState({ connections, findings, acknowledgements, ...rest }: Parts): object {
  const lastGoodAt = lastGoodOf(rest.lastGoodAt, connections);
  const answers = lastGoodAt === null ? 0 : 1;
  /** Before the counted clock began to run is below 0. What is no time stays what it is. */
  const counted = (at: unknown) =>
    typeof at === "number" ? Math.max(Math.min(at - (lastGoodAt ?? at), 0), -LONGEST_PASSED_MS) : at;
  return {
    ...rest,
    version: 2,
    answers,
    counted: 0,
    failingSince: failingSince(rest, findings),
    outage: 0,
    settledDestination: partsOf(rest.destination)?.current ?? null,
    recoveries: [],
    connections: eachChanged(connections, secondConnection),
    findings: eachChanged(findings, ({ endedAt, ...finding }) => ({
      ...finding,
      ...levels(finding),
      confirmedCounted: counted(finding.confirmedAt),
      confirmedAnswer: isConfirmed(finding) ? answers : null,
      endedCounted: counted(endedAt),
      notifiedAbout: partsOf(finding.about) && entriesOf(finding.notified).length > 0 ? [finding.about] : [],
    })),
    acknowledgements: eachChanged(acknowledgements, ({ absentSince, ...mark }) => ({
      ...mark,
      absentCounted: counted(absentSince),
    })),
  };
}

/** Where it is lost, a connection that was healthy then still says it. */
function lastGoodOf(lastGoodAt: unknown, connections: unknown): number | null {
  if (typeof lastGoodAt === "number") return lastGoodAt;
  const times = entriesOf(connections).map((one) => partsOf(one)?.lastGoodAt);
  return times.reduce<number | null>(
    (last, at) => (typeof at === "number" && at > (last ?? 0) ? at : last),
    null,
  );
}

function failingSince({ failures, lastAttemptAt }: Parts, findings: unknown): unknown {
  if (failures === 0) return null;
  const unreachable = entriesOf(findings)
    .map(partsOf)
    .find((one) => one?.kind === "unreachable");
  return unreachable?.since ?? (typeof failures === "number" ? lastAttemptAt : null);
}

function secondConnection(connection: Parts): object {
  return {
    ...connection,
    calendars: eachChanged(connection.calendars, (calendar) => ({ ...calendar, inherited: false })),
    earlierBreaks: [],
    firstAnswer: 0,
    replacedBy: null,
  };
}

function isConfirmed({ confirmed, confirmedAt }: Parts): boolean {
  return typeof confirmed === "boolean" ? confirmed : typeof confirmedAt === "number";
}

/** That an account checks nothing was an error, and is a warning now: what was told at the one level is no news at the other. */
function levels({ kind, notified, suppressedLevels }: Parts): object {
  if (kind !== "nothing-selected") return {};
  const lowered = (all: unknown) => (Array.isArray(all) ? all.map(() => "warning") : all);
  return {
    level: "warning",
    ...(notified !== undefined && { notified: lowered(notified) }),
    ...(suppressedLevels !== undefined && { suppressedLevels: lowered(suppressedLevels) }),
  };
}
