import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Answer, FailedObservation, Failure, Observation } from "../../../utils/cal-api/observation.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import {
  type AccountState,
  emptyAccountState,
  type FindingRecord,
} from "../../../utils/core/model/account-state.ts";
import { emptyStatus } from "../../../utils/core/model/empty-status.ts";
import {
  type EventTypesRead,
  type HistoryRecord,
  historyOf,
  keyOf,
  SETTINGS,
  type StatusRecord,
  statusOf,
} from "../../../utils/core/model/records.ts";
import { DEFAULT_SETTINGS, type SettingsRecord } from "../../../utils/core/settings/records.ts";
import { accountsRecords } from "../../../utils/storage/accounts.ts";

/** A Wednesday, 14:05 in Berlin, where the unit tests live. */
export const NOW = Date.parse("2026-03-04T13:05:00Z");
export const MINUTE = 60_000;
export const KEY = "cal_live_0123456789abcdef";

export function anAccount(change: Partial<Account> = {}): Account {
  return {
    id: "a1",
    label: null,
    region: "us",
    apiUrl: "https://api.cal.com/v2",
    webUrl: "https://app.cal.com",
    user: { id: 7, username: "dana", email: "dana@example.com", name: "Dana" },
    keyIn: "local",
    addedAt: NOW - 1000 * MINUTE,
    ...change,
  };
}

/** A state with a good answer ten minutes ago. */
export function anAccountState(change: Partial<AccountState> = {}): AccountState {
  const at = NOW - 10 * MINUTE;
  return {
    ...emptyAccountState(),
    firstAttemptAt: at,
    lastAttemptAt: at,
    lastGoodAt: at,
    answers: 1,
    ...change,
  };
}

/** A confirmed finding since ten minutes ago. */
export function aFinding(change: Pick<FindingRecord, "kind"> & Partial<FindingRecord>): FindingRecord {
  const at = NOW - 10 * MINUTE;
  return {
    subject: { type: "account" },
    level: "error",
    confirmed: true,
    acknowledged: false,
    since: at,
    confirmedAt: at,
    notified: [],
    suppressedLevels: [],
    inhibited: false,
    confirmedCounted: 0,
    confirmedAnswer: 1,
    endedCounted: null,
    about: null,
    notifiedAbout: [],
    acknowledgedUntil: null,
    note: null,
    ...change,
  };
}

/** The subject of a finding about a calendar. */
export function calendarSubject(externalId: string): FindingRecord["subject"] {
  return {
    type: "calendar",
    integration: "google_calendar",
    credentialId: 1,
    delegationCredentialId: null,
    externalId,
  };
}

export interface Seed {
  account?: Partial<Account>;
  state?: AccountState;
  /** Default in 20 minutes. */
  nextCheckAt?: number | null;
  /** null stores none. */
  key?: string | null;
  /** By default the server has just said that it has none, so that nobody asks for them. */
  eventTypesRead?: EventTypesRead | null;
}

const NO_EVENT_TYPES: EventTypesRead = { at: NOW, goodAt: null, problem: "notOffered", awaited: [] };

/** Fills the store as the worker would have. */
export async function seed(seeds: Seed[], settings?: Partial<SettingsRecord>): Promise<void> {
  const { local, session } = fakeBrowser.storage;
  const accounts = seeds.map((one) => anAccount(one.account));
  await local.set(accountsRecords({ version: 1, accounts }));
  if (settings) {
    await local.set({
      [SETTINGS]: { ...DEFAULT_SETTINGS, ...settings },
    });
  }
  for (const [index, { state, nextCheckAt, key, eventTypesRead = NO_EVENT_TYPES }] of seeds.entries()) {
    const { id, keyIn } = accounts[index] as Account;
    const due = nextCheckAt === undefined ? NOW + 20 * MINUTE : nextCheckAt;
    await local.set({
      [statusOf(id)]: {
        ...emptyStatus(),
        state: state ?? anAccountState(),
        nextCheckAt: due,
        eventTypesRead,
      },
    });
    if (key !== null) await { local, session }[keyIn].set({ [keyOf(id)]: { version: 1, key: key ?? KEY } });
  }
}

/** Everything in `storage.local`. */
export function stored(): Promise<Record<string, unknown>> {
  return fakeBrowser.storage.local.get(null);
}

/** The status of an account, as it is stored. */
export async function storedStatus(accountId = "a1"): Promise<StatusRecord> {
  return (await stored())[statusOf(accountId)] as StatusRecord;
}

/** The history of an account, as it is stored; undefined when there is none. */
export async function storedHistory(accountId = "a1"): Promise<HistoryRecord | undefined> {
  return (await stored())[historyOf(accountId)] as HistoryRecord | undefined;
}

/** The person has granted these hosts, or all. What is given back has no effect. */
export function allowHosts(allowed: boolean | string[] = true) {
  vi.spyOn(fakeBrowser.permissions, "remove").mockImplementation((async () => true) as never);
  return vi
    .spyOn(fakeBrowser.permissions, "contains")
    .mockImplementation((async ({ origins = [] }: { origins?: string[] }) =>
      Array.isArray(allowed) ? origins.every((origin) => allowed.includes(origin)) : allowed) as never);
}

export function failedWith(failure: Failure, retryAfterSeconds: number | null = null): FailedObservation {
  return { kind: "failure", failure, retryAfterSeconds };
}

/** An answer in which one connection has that many calendars, all as they should be. */
export function goodAnswer(calendars = 1): Observation {
  const answer: Answer = {
    connections: [
      {
        type: "google_calendar",
        credentialId: 1,
        delegationCredentialId: null,
        appName: "Google Calendar",
        appSlug: "google-calendar",
        condition: "healthy",
        message: null,
        primaryExternalId: "c0",
        malformedCalendars: 0,
        calendars: Array.from({ length: calendars }, (_, index) => ({
          externalId: `c${index}`,
          integration: "google_calendar",
          name: `Calendar ${index}`,
          email: null,
          primary: index === 0,
          readOnly: false,
          isSelected: true,
        })),
      },
    ],
    destination: {
      kind: "set",
      destination: {
        integration: "google_calendar",
        externalId: "c0",
        name: "Calendar 0",
        credentialId: 1,
        delegationCredentialId: null,
      },
      writtenAt: null,
    },
    eventTypes: null,
  };
  return { kind: "answer", answer };
}
