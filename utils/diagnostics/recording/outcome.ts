import type { Rejection } from "../../cal-api/observation.ts";
import type { LoggedCheck } from "../../core/model/checks-log.ts";
import { isRejection } from "../log/logged-check.ts";

/** Messages that are read as each reason; Cal.com's own may hold more than is anybody's business. */
const REFUSALS: Record<Rejection, { status: number; message: string }> = {
  invalid: { status: 401, message: "The API key is not valid" },
  expired: { status: 401, message: "The API key is expired" },
  forbidden: { status: 403, message: "Forbidden" },
  licence: { status: 401, message: "No valid license" },
};

/** What a check that brought no good answer is in a recording. */
export function outcomeOf({ outcome, status, wait }: LoggedCheck): Record<string, unknown> {
  if (isRejection(outcome)) {
    const refusal = REFUSALS[outcome];
    const { message } = refusal;
    return {
      status: isStatus(status) ? status : refusal.status,
      body: { status: "error", error: { code: "Refused", message } },
    };
  }
  const headers = wait === undefined ? {} : { headers: { "Retry-After": String(wait) } };
  switch (outcome) {
    case "offline":
      return { network: "offline" };
    case "timed-out":
      return { network: "timeout" };
    case "rate-limited":
      return { status: 429, text: "", ...headers };
    case "server-failed":
    case "not-cal-api":
      return isStatus(status) ? { status, text: "", ...headers } : { network: "reset" };
    case "unreachable":
    case "too-large":
    case "no-key":
    case "no-permission":
    case "answer":
      return { network: "reset" };
  }
}

const isStatus = (status: number | undefined): status is number =>
  status !== undefined && Number.isInteger(status) && status >= 100 && status <= 999;
