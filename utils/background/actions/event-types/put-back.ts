import type { EventTypeChangeResult } from "../../../cal-api/action-failure.ts";
import { restoreEventType } from "../../../cal-api/event-types-requests.ts";
import { type EventTypeToRestore, isRestored } from "../../../core/actions/plan-event-types.ts";
import { type ActionProblem, eventTypeProblemOf } from "../../../core/actions/problem.ts";
import { statusOf } from "../../../core/model/records.ts";
import { isBackingOff, OUTCOME_DUE_MS } from "../../../core/schedule/schedule.ts";
import { type Committed, commit } from "../../../storage/commit.ts";
import { readStatus, writableStatus } from "../../../storage/status.ts";
import { abandonCheck, check } from "../../checks/check.ts";
import { isAccountUnchanged, type RequestContext } from "../../checks/is-account-unchanged.ts";
import { isRateLimited, rememberRateLimit } from "../precheck.ts";
import { problemOfCommit } from "../reply.ts";

/** For each event type, by its id, why it was not put back; null where it was. */
export type PutBack = Map<number, ActionProblem | null>;

/**
 * Gives event types these calendars, one by one, and reads back what became of that. To be called in the account's turn, with a key
 * that may be asked with. A worker that is ended in the middle leaves a check that is due, and looks for them.
 */
export async function putEventTypesBack(
  asked: RequestContext & { key: string },
  eventTypes: readonly EventTypeToRestore[],
): Promise<PutBack> {
  if (eventTypes.length === 0) return new Map();
  const announced = await awaitEventTypes(asked, eventTypes);
  if (announced !== "stored") return allOf(eventTypes, problemOfCommit(announced));
  const { said, isReadable } = await ask(asked, eventTypes);
  return isReadable ? readBack(asked.account.id, eventTypes, said) : said;
}

function allOf(eventTypes: readonly EventTypeToRestore[], problem: ActionProblem): PutBack {
  return new Map(eventTypes.map(({ id }) => [id, problem]));
}

/** The answer to a check that is under way may be from before, and would pass for a later one. */
function awaitEventTypes(
  asked: RequestContext,
  eventTypes: readonly EventTypeToRestore[],
): Promise<Committed> {
  const { id } = asked.account;
  return commit(async () => {
    const before = writableStatus(await readStatus(id));
    if (!before || !(await isAccountUnchanged(asked))) return null;
    abandonCheck(id);
    const now = Date.now();
    const due = before.nextCheckAt ?? now;
    const nextCheckAt = isBackingOff(before, now) ? due : Math.min(due, now + OUTCOME_DUE_MS);
    const awaited = new Set([...(before.eventTypesRead?.awaited ?? []), ...eventTypes.map((one) => one.id)]);
    const eventTypesRead = before.eventTypesRead && { ...before.eventTypesRead, awaited: [...awaited] };
    return { set: { [statusOf(id)]: { ...before, nextCheckAt, eventTypesRead } } };
  });
}

/** What Cal.com says to each. After one that is about all of them, such as a rejected key, no other is sent. */
async function ask(
  asked: RequestContext & { key: string },
  eventTypes: readonly EventTypeToRestore[],
): Promise<{ said: PutBack; isReadable: boolean }> {
  const said: PutBack = new Map();
  for (const { id, calendar } of eventTypes) {
    if (!(await isAccountUnchanged(asked))) {
      return { said: withRest(said, eventTypes, { problem: "accountGone" }), isReadable: false };
    }
    const startedAt = performance.now();
    const result = await restoreEventType(asked.account.apiUrl, asked.key, id, calendar);
    const problem = eventTypeProblemOf(result);
    said.set(id, problem);
    if (problem === null || !isAboutAll(result)) continue;
    const isLimited = isRateLimited(result);
    if (isLimited) await rememberRateLimit(asked, result, performance.now() - startedAt);
    // Where it wants to be left alone, what it shows now has to wait.
    return { said: withRest(said, eventTypes, problem), isReadable: !isLimited };
  }
  return { said, isReadable: true };
}

function isAboutAll({ kind }: EventTypeChangeResult): boolean {
  return kind === "key-rejected" || kind === "out-of-scope" || kind === "not-offered" || kind === "failure";
}

function withRest(said: PutBack, eventTypes: readonly EventTypeToRestore[], problem: ActionProblem): PutBack {
  return new Map(eventTypes.map(({ id }) => [id, said.has(id) ? (said.get(id) ?? null) : problem]));
}

/** What Cal.com shows counts more than what it said. */
async function readBack(
  accountId: string,
  eventTypes: readonly EventTypeToRestore[],
  said: PutBack,
): Promise<PutBack> {
  await check(accountId);
  const status = writableStatus(await readStatus(accountId));
  // Still awaited: there was no answer. Where event types are not watched, what was said is all that there is.
  const awaited = new Set(status?.eventTypesRead?.awaited ?? []);
  const isRead = status?.eventTypesRead?.problem === null;
  return new Map(
    eventTypes.map((one) => {
      const problem = said.get(one.id) ?? null;
      if (!status || !isRead) return [one.id, problem];
      if (isRestored(status.state, one)) return [one.id, null];
      if (problem !== null) return [one.id, problem];
      return [one.id, { problem: awaited.has(one.id) ? "notReadBack" : "notShown" }];
    }),
  );
}
