import { report } from "../../browser/report.ts";
import type { FailedObservation } from "../../cal-api/observation.ts";
import { afterLook, lookAtClock } from "../../core/clock.ts";
import { type StatusRecord, statusOf } from "../../core/model/records.ts";
import { MINUTE } from "../../core/time.ts";
import { commit, NotWritten } from "../../storage/commit.ts";
import { readEffectiveSettings } from "../../storage/settings.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { noteUnstored } from "../../storage/unstored.ts";
import { findAccount } from "../monitored-accounts.ts";
import { recordsAfter } from "./records-after-check.ts";

type AfterFailure = (accountId: string, status: StatusRecord) => Promise<Record<string, object>>;

const NO_ANSWER: FailedObservation = {
  kind: "failure",
  failure: { reason: "unreachable" },
  retryAfterSeconds: null,
};

/**
 * Puts the next check off by one interval, after one that went wrong on our side: left due, it would ask Cal.com again every
 * minute. Never throws. What went wrong is made visible: as a failure where that can be stored, so that it is told of like
 * a server that gives no answer; else by the flag that a check could not be stored.
 * @param error what ended the check
 */
export async function recordCheckCrash(accountId: string, error: unknown): Promise<void> {
  const isFull = error instanceof NotWritten;
  if (!isFull && (await succeeds(() => putOff(accountId, counted)))) return;
  await succeeds(() => noteUnstored(accountId));
  await succeeds(() => putOff(accountId, untouched));
}

/** One failure more. Its reason is neither the server nor the network, so none is named. */
const counted: AfterFailure = async (accountId, before) => {
  const { status, others } = await recordsAfter(before, {
    accountId,
    observation: NO_ANSWER,
    ms: 0,
    eventTypes: null,
  });
  const state = { ...status.state, lastFailure: null };
  return { [statusOf(accountId)]: { ...status, state, nextCheckAt: await afterInterval() }, ...others };
};

/** Needs no more room than what is stored, so it can be written when the store is full. */
const untouched: AfterFailure = async (accountId, status) => {
  const now = Date.now();
  const look = lookAtClock(status, now, { isGood: false });
  const looked = afterLook(look, status.state, { ...look.state, lastAttemptAt: look.time }, now);
  return { [statusOf(accountId)]: { ...status, ...looked, nextCheckAt: await afterInterval() } };
};

async function afterInterval(): Promise<number> {
  const { intervalMinutes } = await readEffectiveSettings();
  return Date.now() + intervalMinutes * MINUTE;
}

async function putOff(accountId: string, after: AfterFailure): Promise<void> {
  await commit(async () => {
    const status = writableStatus(await readStatus(accountId));
    if (!status || !(await findAccount(accountId))) return null;
    return { set: await after(accountId, status) };
  });
}

async function succeeds(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    report("Nor could the check be put off", error);
    return false;
  }
}
