import type { BookingsResult } from "../../cal-api/bookings.ts";
import type { ClientOptions } from "../../cal-api/request.ts";
import type { ActionProblem } from "../../core/actions/problem.ts";
import { afterAnswer, afterRefusal, FREE, type Pace, waitMs } from "../../core/bookings/pace.ts";
import { bookingsProblem, isAboutBooking } from "../../core/bookings/problem.ts";
import { SECOND } from "../../core/time.ts";
import { isRateLimited, rememberRateLimit } from "../actions/precheck.ts";
import { isAccountUnchanged, type RequestContext } from "../checks/is-account-unchanged.ts";
import { pause } from "./pause.ts";

/** What came of one request of a long job. */
export type PacedResult<Asked> =
  | { kind: "good"; asked: Asked }
  /** It was ended meanwhile. */
  | { kind: "ended" }
  /** Cal.com can't tell of this one booking. */
  | { kind: "untold" }
  /** `mayPass`: the next one may be answered all the same. */
  | { kind: "problem"; problem: ActionProblem; isRejected: boolean; mayPass: boolean };

export interface PacedWays {
  signal: AbortSignal;
  /** For how many seconds Cal.com is left alone, every second anew; null when that is over. */
  onWait: (seconds: number | null) => void;
}

type Send<Asked> = (
  asked: RequestContext & { key: string },
  options: ClientOptions,
) => Promise<BookingsResult<Asked>>;

/**
 * Asks Cal.com one thing after the other, no faster than its limit allows, and waits when it refuses for that. Nobody else is kept
 * waiting: what checks and actions need of the limit is left to them.
 * @param blockedMs for which Cal.com is to be left alone first
 */
export function pacedClient(
  asked: RequestContext & { key: string },
  blockedMs: number,
  { signal, onWait }: PacedWays,
) {
  let pace: Pace = { ...FREE, blockedUntil: Date.now() + blockedMs };

  async function wait(): Promise<void> {
    for (let isWaiting = false; ; isWaiting = true) {
      const ms = signal.aborted ? 0 : waitMs(pace, Date.now());
      if (ms > 0) onWait(Math.ceil(ms / SECOND));
      else if (isWaiting) onWait(null);
      if (ms === 0) return;
      await pause(Math.min(ms, SECOND), signal);
    }
  }

  return async function ask<Asked>(send: Send<Asked>): Promise<PacedResult<Asked>> {
    for (;;) {
      await wait();
      if (signal.aborted) return { kind: "ended" };
      if (!(await isAccountUnchanged(asked))) return problem({ problem: "accountGone" });
      const startedAt = performance.now();
      const result = await send(asked, { signal });
      if (signal.aborted) return { kind: "ended" };
      const now = Date.now();
      if (result.kind === "good") {
        pace = afterAnswer(pace, result.rate, now);
        return { kind: "good", asked: result.asked };
      }
      if (!isRateLimited(result)) {
        pace = afterAnswer(pace, null, now);
        if (isAboutBooking(result)) return { kind: "untold" };
        return problem(bookingsProblem(result), result.kind);
      }
      // What the person does meanwhile has to wait, too.
      await rememberRateLimit(asked, result, performance.now() - startedAt);
      const refused = afterRefusal(pace, result.retryAfterSeconds, now);
      if (refused === null) return problem(bookingsProblem(result));
      pace = refused;
    }
  };
}

function problem(problem: ActionProblem, kind = ""): Extract<PacedResult<never>, { kind: "problem" }> {
  return { kind: "problem", problem, isRejected: kind === "key-rejected", mayPass: kind === "failure" };
}
