import { browser } from "wxt/browser";
import { countCalendars, keepCalendars } from "../core/findings/keep-calendars.ts";
import { halfOf } from "../core/history/bound-entries.ts";
import { checksOf, historyOf, type StatusRecord, statusOf } from "../core/model/records.ts";
import { checksKind, emptyChecks } from "./checks.ts";
import { decode } from "./decode.ts";
import { historyKind } from "./history.ts";
import { statusKind } from "./status.ts";

type Records = Record<string, object>;

/** How many of the calendars of the largest account are tried, one after the other. */
const SHARES = [0.85, 0.7, 0.55, 0.4, 0.25, 0.1];
/** Fewer calendars than these are never what there is no room for. */
const FEW = 100;

/**
 * What to write instead of what there is no room for, one after the other, each smaller than the one before. As many calendars as there
 * was room for before are tried first, so that the past gives way once and not at each check. How the calendars are goes before how
 * they were: the log of checks of an account whose status is written, and the older half of its history, whether
 * they were to be written or not. Then calendars that work give way, in whichever accounts have the most.
 * @param set records under their storage keys
 */
export async function* shrunkToQuota(set: Records): AsyncGenerator<Records> {
  const asBefore = await withAsManyAsBefore(set);
  if (asBefore !== set) yield asBefore;
  const less = await withoutPast(asBefore);
  if (less !== asBefore) yield less;
  yield* withFewerCalendars(less);
}

/** With no more calendars of each account than are stored, where there was no room for all of them. */
async function withAsManyAsBefore(set: Records): Promise<Records> {
  const stored = new Map(statusesIn(await browser.storage.local.get(null)));
  const cut = statusesIn(set).flatMap(([name, status]): [string, StatusRecord][] => {
    const before = stored.get(name)?.state;
    if (!before?.connections.some(({ notKept = 0 }) => notKept > 0)) return [];
    const state = keepCalendars(status.state, countCalendars(before));
    return state === status.state ? [] : [[name, { ...status, state }]];
  });
  return cut.length > 0 ? { ...set, ...Object.fromEntries(cut) } : set;
}

async function withoutPast(set: Records): Promise<Records> {
  const ids = idsOf(Object.keys(set));
  const stored = await browser.storage.local.get(ids.flatMap((id) => [historyOf(id), checksOf(id)]));
  const records: Record<string, unknown> = { ...stored, ...set };
  const less: Records = {};
  for (const id of ids) {
    const history = decode(records[historyOf(id)], historyKind);
    if (history.kind === "ok") less[historyOf(id)] = halfOf(history.value);
    if (decode(records[checksOf(id)], checksKind).kind === "ok") less[checksOf(id)] = emptyChecks();
  }
  return Object.keys(less).length > 0 ? { ...set, ...less } : set;
}

async function* withFewerCalendars(set: Records): AsyncGenerator<Records> {
  const stored: Record<string, unknown> = await browser.storage.local.get(null);
  const statuses = statusesIn({ ...stored, ...set });
  const largest = Math.max(0, ...statuses.map(([, { state }]) => countCalendars(state)));
  if (largest <= FEW) return;
  let count = Number.POSITIVE_INFINITY;
  for (const share of SHARES) {
    const most = Math.floor(largest * share);
    const cut = statuses.map(([name, status]) => [name, status, keepCalendars(status.state, most)] as const);
    const changed = cut.filter(([, status, state]) => state !== status.state);
    const left = cut.reduce((sum, [, , state]) => sum + countCalendars(state), 0);
    if (changed.length === 0 || left === count) continue;
    count = left;
    yield {
      ...set,
      ...Object.fromEntries(changed.map(([name, status, state]) => [name, { ...status, state }])),
    };
  }
}

function statusesIn(records: Record<string, unknown>): [string, StatusRecord][] {
  return Object.entries(records).flatMap(([name, raw]): [string, StatusRecord][] => {
    if (!name.startsWith(statusOf(""))) return [];
    const read = decode(raw, statusKind);
    return read.kind === "ok" ? [[name, read.value]] : [];
  });
}

function idsOf(names: readonly string[]): string[] {
  const prefix = statusOf("");
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}
