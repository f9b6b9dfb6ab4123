import { useEffect, useRef, useState } from "preact/hooks";
import { requestAction } from "../actions/pending-actions.ts";
import { runTests } from "./run-tests.ts";
import type { Testable, TestRun } from "./test-all.ts";

/** Cal.com allows 120 requests a minute, and this is not all that asks. */
const PAUSE_MS = 600;

/** Tests calendars, for as long as this is shown. */
export function useTestRun() {
  const [run, setRun] = useState<TestRun | null>(null);
  const isWanted = useRef(false);
  const isUnderWay = useRef(false);
  useEffect(
    () => () => {
      isWanted.current = false;
    },
    [],
  );

  async function start(calendars: readonly Testable[]) {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    isWanted.current = true;
    await runTests(calendars, {
      test: ({ accountId, calendar }) =>
        requestAction({ type: "test-reading", accountId, calendar }, "all", ""),
      pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
      isWanted: () => isWanted.current,
      onChange: setRun,
    });
    isUnderWay.current = false;
  }

  /** What is under way is waited for, but nothing more is asked. */
  function stop() {
    isWanted.current = false;
  }

  return { run, start, stop };
}
