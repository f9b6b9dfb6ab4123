import type { Failure, Observation, Rejection } from "../../cal-api/observation.ts";
import type { LoggedAnswer, LoggedCheck } from "../../core/model/checks-log.ts";
import { answerOf } from "./answer-of.ts";

const REJECTIONS = new Set<LoggedCheck["outcome"]>(["invalid", "expired", "forbidden", "licence"]);

export function isRejection(outcome: LoggedCheck["outcome"]): outcome is Rejection {
  return REJECTIONS.has(outcome);
}

/**
 * What a logged check observed.
 * @param answer the answer of the last good check up to this one
 */
export function observationOf(
  { outcome, status = 0, wait }: LoggedCheck,
  answer: LoggedAnswer | null,
): Observation {
  if (outcome === "answer") {
    return { kind: "answer", answer: answerOf(answer ?? { connections: [], destination: null }) };
  }
  if (isRejection(outcome)) return { kind: "key-rejected", status, rejection: outcome };
  const failure: Failure =
    outcome === "server-failed" || outcome === "not-cal-api"
      ? { reason: outcome, status }
      : { reason: outcome };
  return { kind: "failure", failure, retryAfterSeconds: wait ?? null };
}
