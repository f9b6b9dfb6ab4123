import { DAY } from "../core/time.ts";
import type { Migrations } from "./migrate.ts";

/** What the steps look at of a record that nobody has looked at yet. */
interface Version1 {
  state: State1;
  outbox?: { notices: { kind: string; level: string }[] } | null;
}

interface State1 {
  lastGoodAt: number | null;
  lastAttemptAt: number | null;
  failures: number;
  destination: { current: object | null };
  connections: { calendars: object[] }[];
  findings: Finding1[];
  acknowledgements: { absentSince: number | null }[];
}

interface Finding1 {
  kind: string;
  level: string;
  since: number;
  confirmed: boolean;
  confirmedAt: number | null;
  endedAt: number | null;
  notified: string[];
  suppressedLevels: string[];
  about: object | null;
}

/** What waits 30 days waits one more at least: a clock may have been wrong when it began. */
const LONGEST_PASSED_MS = 29 * DAY;

export const statusMigrations: Migrations = {
  2: (earlier) => second(earlier as unknown as Version1),
  3: (earlier) => third(earlier as unknown as Version2),
};

interface Version2 {
  state: { findings: object[]; acknowledgements: object[]; dropped: object };
  outbox?: object | null;
}

/** Marks have an end and a note now, one problem can be snoozed, and event types are known. */
function third({ state, outbox, ...rest }: Version2): object {
  const endless = { note: null };
  return {
    ...rest,
    mendings: [],
    eventTypesRead: null,
    bookingsChecks: [],
    automatic: { rewrite: null, acts: [], triedCalendars: [], underWay: null },
    state: {
      ...state,
      version: 3,
      findings: state.findings.map((finding) => ({ ...finding, ...endless, acknowledgedUntil: null })),
      acknowledgements: state.acknowledgements.map((mark) => ({ ...mark, ...endless, until: null })),
      snoozed: [],
      eventTypes: [],
      lostApps: [],
      dropped: { ...state.dropped, eventTypes: 0, snoozed: 0 },
    },
    ...(outbox !== undefined && { outbox: outbox && { ...outbox, automatic: [] } }),
  };
}

/**
 * Waits are counted by good answers now, and not by the clock: what has passed of them has passed. Outages are counted by
 * failures: how long the present one has lasted is not known, so it begins anew, but one that was said stays.
 */
function second({ state, outbox, ...rest }: Version1): object {
  const { lastGoodAt, lastAttemptAt, failures, connections, findings, acknowledgements } = state;
  const answers = lastGoodAt === null ? 0 : 1;
  /** Before the counted clock began to run is below 0. */
  const counted = (at: number | null) =>
    at === null ? null : Math.max(Math.min(at - (lastGoodAt ?? at), 0), -LONGEST_PASSED_MS);
  const unreachable = findings.find(({ kind }) => kind === "unreachable");
  return {
    ...rest,
    state: {
      ...state,
      version: 2,
      answers,
      counted: 0,
      failingSince: failures === 0 ? null : (unreachable?.since ?? lastAttemptAt),
      outage: 0,
      settledDestination: state.destination.current,
      recoveries: [],
      connections: connections.map((one) => ({
        ...one,
        calendars: one.calendars.map((calendar) => ({ ...calendar, inherited: false })),
        earlierBreaks: [],
        firstAnswer: 0,
        replacedBy: null,
      })),
      findings: findings.map(({ endedAt, ...finding }) => ({
        ...finding,
        ...levels(finding),
        confirmedCounted: counted(finding.confirmedAt),
        confirmedAnswer: finding.confirmed ? answers : null,
        endedCounted: counted(endedAt),
        notifiedAbout: finding.about !== null && finding.notified.length > 0 ? [finding.about] : [],
      })),
      acknowledgements: acknowledgements.map(({ absentSince, ...mark }) => ({
        ...mark,
        absentCounted: counted(absentSince),
      })),
    },
    ...(outbox && {
      outbox: { ...outbox, notices: outbox.notices.map((notice) => ({ ...notice, ...levels(notice) })) },
    }),
  };
}

/** That an account checks nothing was an error, and is a warning now: what was told at the one level is no news at the other. */
function levels(of: Pick<Finding1, "kind" | "level"> & Partial<Finding1>): Partial<Finding1> {
  if (of.kind !== "nothing-selected") return {};
  return {
    level: "warning",
    ...(of.notified && { notified: of.notified.map(() => "warning") }),
    ...(of.suppressedLevels && { suppressedLevels: of.suppressedLevels.map(() => "warning") }),
  };
}
