import { browser } from "wxt/browser";
import type { AccountsRecord } from "../core/model/records.ts";
import { ACCOUNTS, POLICY, SETTINGS, statusOf, UNSTORED } from "../core/model/records.ts";
import { send } from "../messaging/send.ts";
import { assemble, isAnyOlder, type StoredResult } from "../screen/stored.ts";

type Records = Record<string, unknown>;

/** What is not of one account. */
const GENERAL: string[] = [ACCOUNTS, SETTINGS, POLICY];

export interface OpenStored {
  first: StoredResult;
  /** Calls back after every change of what is drawn from. */
  onChange(listener: (result: StoredResult) => void): void;
}

/** Reads what is stored, and goes on following it. Records of keys are never asked for. */
export async function openStored(): Promise<OpenStored> {
  const records: Records = {};
  const changed: Records = {};
  const migrated = Promise.withResolvers<void>();
  let latest: StoredResult | undefined;
  let listener: ((result: StoredResult) => void) | undefined;

  // WHY [order]: following starts before reading, so that a change in between is not missed.
  browser.storage.onChanged.addListener((changes, area) => {
    const ours = Object.entries(changes).filter(([key]) => isDrawnFrom(key, area));
    if (ours.length === 0) return;
    for (const [key, { newValue }] of ours) changed[key] = newValue;
    Object.assign(records, changed);
    if (!isAnyOlder(records)) migrated.resolve();
    latest = safely(records);
    listener?.(latest);
  });

  Object.assign(records, await readRecords(), changed);
  if (isAnyOlder(records) || isDamaged(safely(records))) {
    await Promise.race([migrated.promise, askForRepair()]);
    Object.assign(records, await readRecords(), changed);
  }
  latest = undefined;
  return {
    first: safely(records),
    onChange: (added) => {
      listener = added;
      if (latest) added(latest);
    },
  };
}

async function readRecords(): Promise<Records> {
  const [general, unstored] = await Promise.all([
    browser.storage.local.get(GENERAL),
    browser.storage.session.get(UNSTORED),
  ]);
  return { ...general, ...unstored, ...(await browser.storage.local.get(statusKeys(general))) };
}

function isDamaged(result: StoredResult): boolean {
  return !result.ok && result.unreadable === "damaged";
}

/**
 * After an update a page may be there before the worker, which migrates all records at its start, and saves what it can of what is
 * damaged. So it is started, and the page waits for that; what can't be drawn even then is damaged for good.
 */
async function askForRepair(): Promise<void> {
  await send({ type: "repair" }).catch(() => {});
}

function isDrawnFrom(key: string, area: string): boolean {
  if (area === "session") return key === UNSTORED;
  if (area !== "local") return false;
  return GENERAL.includes(key) || key.startsWith(statusOf(""));
}

function statusKeys(records: Records): string[] {
  const accounts = (records[ACCOUNTS] as Partial<AccountsRecord> | undefined)?.accounts;
  return Array.isArray(accounts) ? accounts.map((account) => statusOf(account?.id ?? "")) : [];
}

function safely(records: Records): StoredResult {
  try {
    // What the worker has emptied, and is about to remove, is missing already.
    return assemble(Object.fromEntries(Object.entries(records).filter(([, record]) => record !== null)));
  } catch {
    return { ok: false, unreadable: "damaged" };
  }
}
