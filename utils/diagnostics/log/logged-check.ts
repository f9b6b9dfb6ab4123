import type { Observation } from "../../cal-api/observation.ts";
import type { LoggedCheck } from "../../core/model/checks-log.ts";
import { loggedAnswer } from "./logged-answer.ts";

/** What one request led to, and how long it took. */
export interface DoneCheck {
  /** When the answer was judged, in ms since the epoch. */
  at: number;
  /** How long the request took. */
  ms: number;
  observation: Observation;
}

/** In seconds; no wait is as long as that. */
const LONGEST_WAIT = 86_400;

export function loggedCheck({ at, ms, observation }: DoneCheck): LoggedCheck {
  const entry = { at, ms: Math.max(0, Math.round(ms)) };
  switch (observation.kind) {
    case "answer":
      return { ...entry, outcome: "answer", answer: loggedAnswer(observation.answer) };
    case "key-rejected":
      return { ...entry, outcome: observation.rejection, status: observation.status };
    case "failure": {
      const { failure, retryAfterSeconds } = observation;
      return {
        ...entry,
        outcome: failure.reason,
        ...("status" in failure && { status: failure.status }),
        ...(retryAfterSeconds !== null && { wait: Math.min(retryAfterSeconds, LONGEST_WAIT) }),
      };
    }
  }
}
