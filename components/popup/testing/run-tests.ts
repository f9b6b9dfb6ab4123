import type { Reason } from "../../../utils/messaging/action-message.ts";
import {
  isSkipped,
  passedCount,
  startedRun,
  type Testable,
  type TestRun,
  withSkipped,
  withTested,
} from "./test-all.ts";

export interface TestingWays {
  /** @returns why a calendar could not be read; null when it was answered */
  test: (calendar: Testable) => Promise<Reason | null>;
  /** Waits between two of them. */
  pause: () => Promise<void>;
  /** Whether the person still wants more. */
  isWanted: () => boolean;
  onChange: (run: TestRun) => void;
}

/** Tests calendars one after the other: Cal.com asks a calendar's provider each time. */
export async function runTests(calendars: readonly Testable[], ways: TestingWays): Promise<void> {
  let run = startedRun(calendars);
  let isFirst = true;
  ways.onChange(run);
  for (const calendar of calendars) {
    if (isSkipped(run, calendar)) {
      run = withSkipped(run, calendar);
      continue;
    }
    if (!isFirst) await ways.pause();
    isFirst = false;
    if (!ways.isWanted()) break;
    run = withTested(run, calendar, await ways.test(calendar));
    ways.onChange(run);
    if (run.state !== "running" || !ways.isWanted()) break;
  }
  if (run.state === "running") run = { ...run, state: passedCount(run) < run.total ? "stopped" : "done" };
  ways.onChange(run);
}
