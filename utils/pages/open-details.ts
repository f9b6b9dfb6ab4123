import { browser } from "wxt/browser";
import { accountName } from "../copy/account-name.ts";
import { browserLanguage } from "../copy/i18n.ts";
import { actsOfLastDay } from "../core/keep-set-up/next-act.ts";
import {
  ACCOUNTS,
  type AccountsRecord,
  checksOf,
  POLICY,
  SETTINGS,
  statusOf,
  UNSTORED,
} from "../core/model/records.ts";
import { effectiveSettings } from "../core/settings/effective.ts";
import { type BugReport, bugReportOf } from "../diagnostics/bug-report.ts";
import type { AccountDetails, Details, Environment, NotRead } from "../diagnostics/details.ts";
import { accountsKind } from "../storage/accounts-kind.ts";
import { checksKind } from "../storage/checks.ts";
import { decode, type RecordKind, type Versioned, valueOrNull } from "../storage/decode.ts";
import { policyKind } from "../storage/policy.ts";
import { isQuarantined } from "../storage/quarantine.ts";
import { settingsKind } from "../storage/settings.ts";
import { statusKind } from "../storage/status.ts";
import { extensionVersion } from "./version.ts";

export interface OpenedDetails {
  text: string;
  /** One for each account that has anything to replay. */
  recordings: { account: string; text: string }[];
}

interface Keyed {
  /** In newer browsers only. */
  getKeys?(): Promise<string[]>;
}

/** Reads what a bug report needs. Records of keys are never asked for. */
export async function openDetails(): Promise<OpenedDetails> {
  const details = await readDetails();
  const { text, recordings }: BugReport = bugReportOf(details);
  const accounts = typeof details.accounts === "string" ? [] : details.accounts;
  return {
    text,
    recordings: accounts.flatMap(({ account }, index) => {
      const recording = recordings[index];
      return recording ? [{ account: accountName(account), text: recording }] : [];
    }),
  };
}

async function readDetails(): Promise<Details> {
  const { local, session } = browser.storage;
  const [general, { [UNSTORED]: unstored }, permissions, setAside, where] = await Promise.all([
    local.get([ACCOUNTS, SETTINGS, POLICY]),
    session.get(UNSTORED),
    browser.permissions.getAll(),
    countSetAside(),
    environment(),
  ]);
  const policy = valueOrNull(decode(general[POLICY], policyKind)) ?? { policy: {}, ignored: [] };
  const chosen = valueOrNull(decode(general[SETTINGS], settingsKind)) ?? {};
  return {
    at: Date.now(),
    environment: where,
    permissions: { names: permissions.permissions ?? [], origins: permissions.origins ?? [] },
    settings: effectiveSettings(chosen, policy.policy),
    policy,
    accounts: await readAccountDetails(read(general[ACCOUNTS], accountsKind), unstored),
    lost: valueOrNull(decode(general[ACCOUNTS], accountsKind))?.damage?.lost.length ?? 0,
    setAside,
  };
}

/**
 * WHY [names only]: to read all records for their names would be to read the keys, too.
 * (docs/decisions/0022-key-by-its-own-port.md)
 */
async function countSetAside(): Promise<number | null> {
  try {
    const names = await (browser.storage.local as Keyed).getKeys?.();
    return names?.filter(isQuarantined).length ?? null;
  } catch {
    return null;
  }
}

async function readAccountDetails(
  record: AccountsRecord | NotRead,
  unstored: unknown,
): Promise<AccountDetails[] | NotRead> {
  if (record === "missing") return [];
  if (typeof record === "string") return record;
  const ids = record.accounts.map(({ id }) => id);
  const stored = await browser.storage.local.get([...ids.map(statusOf), ...ids.map(checksOf)]);
  return record.accounts.map((account) => {
    const status = read(stored[statusOf(account.id)], statusKind);
    return {
      account,
      state: typeof status === "string" ? status : status.state,
      eventTypesRead: typeof status === "string" ? null : status.eventTypesRead,
      actsByItself: typeof status === "string" ? 0 : actsOfLastDay(status.automatic.acts, Date.now()).length,
      log: read(stored[checksOf(account.id)], checksKind),
      nextCheckAt: typeof status === "string" ? null : status.nextCheckAt,
      clockAheadBy: typeof status === "string" ? 0 : (status.clock.jump?.aheadBy ?? 0),
      notStored: Array.isArray(unstored) && unstored.includes(account.id),
    };
  });
}

function read<T extends Versioned>(raw: unknown, kind: RecordKind<T>): T | NotRead {
  const record = decode(raw, kind);
  return record.kind === "ok" ? record.value : record.kind;
}

interface BrowserInfo {
  /** Firefox only. */
  getBrowserInfo?(): Promise<{ name: string; version: string }>;
}

/** Brands that are told in the user agent besides Chrome's own. */
const BRANDS = /(Edg|OPR|Vivaldi|Firefox|Chrome|Chromium)\/([\d.]+)/g;

/** Where the extension runs, as far as the browser tells. */
async function environment(): Promise<Environment> {
  const runtime = browser.runtime as BrowserInfo;
  const info = await runtime.getBrowserInfo?.().catch(() => null);
  const platform = await browser.runtime.getPlatformInfo().catch(() => null);
  return {
    version: extensionVersion(),
    browser: info ? `${info.name} ${info.version}` : fromUserAgent(navigator.userAgent),
    system: platform ? `${platform.os} ${platform.arch}` : "not told",
    language: browserLanguage(),
    utcOffsetMinutes: -new Date().getTimezoneOffset(),
  };
}

/** Chrome's version, and whose browser it really is. */
export function fromUserAgent(userAgent: string): string {
  const brands = [...userAgent.matchAll(BRANDS)].map(([, name, version]) => `${name} ${version}`);
  return brands.join(", ") || "not told";
}
