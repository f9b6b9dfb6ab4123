import { useEffect, useRef, useState } from "preact/hooks";
import { act } from "../acting/acting.ts";
import { emptyRun, type Testable, type TestRun, testedCount, withTested } from "../model/test-all.ts";

/** Tests calendars one after the other: Cal.com asks a calendar's provider each time. */
export function useTestRun() {
  const [run, setRun] = useState<TestRun | null>(null);
  const isWanted = useRef(false);
  useEffect(
    () => () => {
      isWanted.current = false;
    },
    [],
  );

  async function start(calendars: readonly Testable[]) {
    if (isWanted.current) return;
    isWanted.current = true;
    let now = emptyRun(calendars.length);
    setRun(now);
    for (const { accountId, calendar, name } of calendars) {
      const reason = await act({ type: "test-reading", accountId, calendar }, "all", "");
      now = withTested(now, name, reason);
      setRun(now);
      if (now.state !== "running" || !isWanted.current) break;
    }
    const state = testedCount(now) < now.total ? "stopped" : "done";
    if (now.state === "running") setRun({ ...now, state });
    isWanted.current = false;
  }

  /** What is under way is waited for, but nothing more is asked. */
  function stop() {
    isWanted.current = false;
  }

  return { run, start, stop };
}
