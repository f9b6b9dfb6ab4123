import type { EventTypeChangeResult } from "../../../cal-api/action-failure.ts";
import type { ChangeResult } from "../../../cal-api/change.ts";
import { restoreEventType } from "../../../cal-api/event-types-requests.ts";
import type { FailedObservation } from "../../../cal-api/observation.ts";
import type { Shown } from "../../../core/actions/plan.ts";
import { type ActionProblem, eventTypeProblemOf, problemOf } from "../../../core/actions/problem.ts";
import type { AccountState } from "../../../core/model/account-state.ts";
import type { EventTypeBefore, NotPutBack } from "../../../core/model/mending.ts";
import type { StatusRecord } from "../../../core/model/records.ts";
import type { ConnectionSubject } from "../../../core/model/subject.ts";
import { readStatus, writableStatus } from "../../../storage/status.ts";
import { abandonCheck } from "../../checks/check.ts";
import { isRateLimited, rememberRateLimit } from "../precheck.ts";
import { type Certainty, readBack } from "../read-back.ts";
import { problemOfCommit } from "../reply.ts";
import { type Asked, type Requested, requestChange } from "../request-change.ts";
import { notDone, type RestoreStep } from "./restore-steps.ts";
import { storeStatus, withEventTypesDue, withMending } from "./store-mending.ts";

/** What became of all steps. */
interface Outcome {
  /** Why it ended before its time; null when it did not. */
  problem: ActionProblem | null;
  failed: NotPutBack[];
  /** How many are done, as Cal.com shows. */
  done: number;
}

/** A step that Cal.com was asked for, and why it may not be done; null when Cal.com said that it is. */
interface Tried {
  step: RestoreStep;
  certainty: Certainty;
  problem: ActionProblem | null;
}

/** After so many in a row that Cal.com could not do, the rest is not tried. */
const FAILURES_IN_A_ROW = 3;

/** Asks for one step after the other, and then looks once at what Cal.com shows of all of them. */
export async function askForAll(
  asked: Asked,
  connection: ConnectionSubject,
  steps: readonly RestoreStep[],
): Promise<Outcome> {
  const tried: Tried[] = [];
  let problem: ActionProblem | null = null;
  for (const step of steps) {
    const progress = { done: tried.length, of: steps.length };
    const answer = await askFor(asked, step, (status) =>
      withMending(status, connection, (mending) => ({ ...mending, progress })),
    );
    if ("problem" in answer && !("certainty" in answer)) {
      problem = answer;
      break;
    }
    tried.push({ step, certainty: answer.certainty, problem: answer.problem });
    if (answer.isLast || isHopeless(tried)) {
      problem = answer.problem;
      break;
    }
  }
  if (tried.every(({ certainty }) => certainty === "not-done"))
    return { problem, failed: failedOf(tried), done: 0 };
  return { problem, ...(await lookAtAll(asked, tried)) };
}

interface Answer {
  certainty: Certainty;
  problem: ActionProblem | null;
  /** Nothing that is asked after it would be answered better. */
  isLast: boolean;
}

type Alongside = (status: StatusRecord) => StatusRecord;

/** @returns a problem alone when it was not asked for, or Cal.com wants to be left alone */
async function askFor(
  asked: Asked,
  { ask }: RestoreStep,
  alongside: Alongside,
): Promise<Answer | ActionProblem> {
  if ("problem" in ask) return { certainty: "not-done", problem: ask, isLast: false };
  if ("eventType" in ask) return askForOwn(asked, ask.eventType, alongside);
  const requested = await requestChange(asked, ask.change, alongside);
  return "problem" in requested ? requested : answerOf(requested);
}

async function askForOwn(
  asked: Asked,
  { id, destination }: EventTypeBefore,
  alongside: Alongside,
): Promise<Answer | ActionProblem> {
  const { integration, externalId } = destination;
  if (integration === null)
    return { certainty: "not-done", problem: { problem: "webAppOnly" }, isLast: false };
  // Read back with the list, also by the next check, should nobody live to do it at once.
  const stored = await storeStatus(asked, (status) => withEventTypesDue(alongside(status), id));
  if (stored !== "stored") return problemOfCommit(stored);
  // The answer to one that is under way may be from before.
  abandonCheck(asked.account.id);
  const startedAt = performance.now();
  const result = await restoreEventType(asked.account.apiUrl, asked.key, id, { integration, externalId });
  const problem = eventTypeProblemOf(result);
  if (isRateLimited(result)) {
    await rememberRateLimit(asked, result, performance.now() - startedAt);
    return problem ?? { problem: "rateLimited", waitSeconds: null };
  }
  return { certainty: certaintyOf(result), problem, isLast: isLast(result) };
}

function certaintyOf({ kind }: EventTypeChangeResult): Certainty {
  if (kind === "done" || kind === "not-shown") return "done";
  return kind === "failure" ? "perhaps" : "not-done";
}

function answerOf({ result, certainty }: Requested): Answer {
  const problem = result.kind === "done" ? null : problemOf(result);
  return { certainty, problem, isLast: isLast(result) };
}

/** The key is refused, or there is no way to Cal.com: the next one would be told the same, perhaps 25 s later. */
function isLast(result: ChangeResult | EventTypeChangeResult): boolean {
  if (result.kind === "key-rejected") return true;
  if (result.kind !== "failure") return false;
  const { reason } = (result as FailedObservation).failure;
  return reason !== "server-failed" && reason !== "cal-error";
}

function isHopeless(tried: readonly Tried[]): boolean {
  const last = tried.slice(-FAILURES_IN_A_ROW);
  return last.length === FAILURES_IN_A_ROW && last.every(({ certainty }) => certainty === "perhaps");
}

function failedOf(tried: readonly Tried[]): NotPutBack[] {
  return tried.flatMap(({ step, problem }) => (problem ? [notDone(step.what, problem)] : []));
}

/** What Cal.com shows counts more than what it said. */
async function lookAtAll(asked: Asked, tried: readonly Tried[]): Promise<Pick<Outcome, "failed" | "done">> {
  const { id } = asked.account;
  const doubted = tried.filter(({ certainty }) => certainty !== "not-done");
  const isSure = doubted.every(({ certainty }) => certainty === "done");
  const seen = await readBack(id, (state) => worst(doubted, state), isSure ? "done" : "perhaps");
  const state =
    seen === "unread" || seen === "account-gone" ? null : writableStatus(await readStatus(id))?.state;
  const looked = tried.map((one) => {
    const shown = state ? one.step.look(state) : "unread";
    if (shown === "wanted") return { ...one, problem: null };
    return {
      ...one,
      problem: one.problem ?? ({ problem: shown === "unread" ? "notReadBack" : notShown(shown) } as const),
    };
  });
  const failed = failedOf(looked);
  return { failed, done: looked.length - failed.length };
}

/** Everything is as wanted, or the one that another look may show so. */
function worst(tried: readonly Tried[], state: AccountState): Shown {
  const shown = tried.map(({ step }) => step.look(state));
  return (
    shown.find((one) => one === "old" || one === "unclear") ?? shown.find((one) => one === "lost") ?? "wanted"
  );
}

function notShown(shown: Exclude<Shown, "wanted">) {
  if (shown === "lost") return "calendarGone";
  return shown === "old" ? "notShown" : "notReadBack";
}
