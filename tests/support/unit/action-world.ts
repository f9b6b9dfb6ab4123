import { onTestFinished, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { check } from "../../../utils/background/checks/check.ts";
import { emptyAccountState } from "../../../utils/core/model/account-state.ts";
import { statusOf } from "../../../utils/core/model/records.ts";
import type { CalendarSubject } from "../../../utils/core/model/subject.ts";
import type { ScenarioName } from "../fake-cal/scenarios/catalogue.ts";
import { type FakeCal, startFakeCal } from "../fake-cal/server.ts";
import type { ModeKind } from "../fake-cal/server-state.ts";
import { allowHosts, NOW, type Seed, seed, storedStatus } from "./world.ts";

export const KEY = "cal_live_demo";
const GOOGLE = { type: "calendar", integration: "google_calendar", delegationCredentialId: null } as const;

export const DANA: CalendarSubject = { ...GOOGLE, credentialId: 135, externalId: "dana@example.com" };
export const FAMILY: CalendarSubject = {
  ...GOOGLE,
  credentialId: 135,
  externalId: "family0123@group.calendar.google.com",
};
export const TEAM_ROTA: CalendarSubject = {
  ...GOOGLE,
  credentialId: 135,
  externalId: "team-rota@group.calendar.google.com",
};
export const OUTLOOK: CalendarSubject = {
  ...GOOGLE,
  integration: "office365_calendar",
  credentialId: 212,
  externalId: "AAMkAGQ1ZmFkLWVu0AAA=",
};
export const TEAM: CalendarSubject = {
  ...GOOGLE,
  credentialId: -1,
  delegationCredentialId: "6b2f4f0e-6f1d-4f0b-9c35-1d5f6d8f5a10",
  externalId: "c_team@group.calendar.google.com",
};

/** A fake Cal.com, and an account that was checked a minute ago. The clock stands still but for our own waits. */
export interface World {
  cal: FakeCal;
  /** Requests since the first check: method and route. */
  sent(): string[];
  /** How many of them ask for a change, or for busy times. */
  asked(): number;
  /** The next requests to the routes of actions are answered like this. */
  misbehave(kind: ModeKind, path?: string): void;
}

const ROUTES = /^\/v2\/(selected-calendars|destination-calendars|calendars\/busy-times)/;

/** @param seeded what else is stored before the first check */
export async function aWorld(
  scenario: ScenarioName = "everyday",
  cacheMs = 0,
  seeded: Seed = {},
): Promise<World> {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW - 60_000 });
  allowHosts();
  const cal = await startFakeCal({ scenario, cacheMs });
  onTestFinished(() => cal.close());
  await seed([
    {
      account: { apiUrl: `${cal.url}/v2`, region: "self-hosted" },
      state: emptyAccountState(),
      key: KEY,
      ...seeded,
    },
  ]);
  await check("a1");
  vi.setSystemTime(NOW);
  const before = cal.requests.length;
  const sent = () =>
    cal.requests.slice(before).map(({ method, path }) => `${method} ${path.replace(/\?.*/, "")}`);
  return {
    cal,
    sent,
    asked: () => sent().filter((request) => ROUTES.test(request.replace(/^\w+ /, ""))).length,
    misbehave: (kind, path) => {
      cal.world.server.mode = { kind, ...(path === undefined ? {} : { path }) };
    },
  };
}

export const storedState = async () => (await storedStatus()).state;

export async function isSelected({
  externalId,
  credentialId,
}: CalendarSubject): Promise<boolean | undefined> {
  const { connections } = await storedState();
  return connections
    .find((connection) => connection.credentialId === credentialId)
    ?.calendars.find((calendar) => calendar.externalId === externalId)?.isSelected;
}

/** What is the matter, and whether it was told of: `kind` or `kind!`. */
export async function findings(): Promise<string[]> {
  const { findings } = await storedState();
  return findings
    .filter(({ inhibited, endedCounted }) => !inhibited && endedCounted === null)
    .map(({ kind, notified }) => (notified.length > 0 ? `${kind}!` : kind));
}

/** What the person is yet to be told: the kind, with `+` where it has recovered. */
export async function outbox(): Promise<string[]> {
  const notices = (await storedStatus()).outbox?.notices ?? [];
  return notices.map(({ kind, recovered }) => `${recovered ? "+" : ""}${kind}`);
}

/** As if the person had been told all. */
export async function emptyOutbox(): Promise<void> {
  await fakeBrowser.storage.local.set({ [statusOf("a1")]: { ...(await storedStatus()), outbox: null } });
}
