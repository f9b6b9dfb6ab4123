import { browser } from "wxt/browser";
import type { AccountsRecord } from "../core/model/records.ts";
import { ACCOUNTS, POLICY, SETTINGS, statusOf, UNSTORED } from "../core/model/records.ts";
import { assemble, type StoredResult } from "./stored.ts";

export interface OpenStored {
  first: StoredResult;
  /** Calls back after every change of what is drawn from. */
  onChange(listener: (result: StoredResult) => void): void;
}

/** Reads what is stored, and goes on following it. Records of keys are never asked for. */
export async function openStored(): Promise<OpenStored> {
  const records: Record<string, unknown> = {};
  const changed: Record<string, unknown> = {};
  let latest: StoredResult | undefined;
  let listener: ((result: StoredResult) => void) | undefined;

  // WHY [order]: following starts before reading, so that a change in between is not missed.
  browser.storage.onChanged.addListener((changes, area) => {
    const ours = Object.entries(changes).filter(([key]) => isDrawnFrom(key, area));
    if (ours.length === 0) return;
    for (const [key, { newValue }] of ours) changed[key] = newValue;
    Object.assign(records, changed);
    latest = safely(records);
    listener?.(latest);
  });

  const [first, unstored] = await Promise.all([
    browser.storage.local.get([ACCOUNTS, SETTINGS, POLICY]),
    browser.storage.session.get(UNSTORED),
  ]);
  Object.assign(records, first, unstored);
  Object.assign(records, await browser.storage.local.get(statusKeys(records)), changed);
  latest = undefined;
  return {
    first: safely(records),
    onChange: (added) => {
      listener = added;
      if (latest) added(latest);
    },
  };
}

function isDrawnFrom(key: string, area: string): boolean {
  if (area === "session") return key === UNSTORED;
  if (area !== "local") return false;
  return key === ACCOUNTS || key === SETTINGS || key === POLICY || key.startsWith(statusOf(""));
}

function statusKeys(records: Record<string, unknown>): string[] {
  const accounts = (records[ACCOUNTS] as Partial<AccountsRecord> | undefined)?.accounts;
  return Array.isArray(accounts) ? accounts.map((account) => statusOf(account?.id ?? "")) : [];
}

function safely(records: Record<string, unknown>): StoredResult {
  try {
    // What the worker has emptied, and is about to remove, is missing already.
    return assemble(Object.fromEntries(Object.entries(records).filter(([, record]) => record !== null)));
  } catch {
    return { ok: false, unreadable: "damaged" };
  }
}
