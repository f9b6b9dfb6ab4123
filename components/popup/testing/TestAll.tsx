import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { requestAction } from "../actions/pending-actions.ts";
import { runTests } from "./run-tests.ts";
import { passedCount, runSummary, type Testable, type TestRun, testable } from "./test-all.ts";
import "./reading.css";

/** Tests every calendar that is checked for conflicts, with a way to stop. Shows counts, and no appointments. */
export function TestAll({ accounts }: { accounts: readonly StoredAccount[] }) {
  const { run, start, stop } = useTestRun();
  const [isStopping, setStopping] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const isRunning = run?.state === "running";
  const button = () => place.current?.querySelector("button");
  useEffect(() => {
    // "Stop" is gone, and with it the focus if it had that.
    if (run && !isRunning && document.activeElement === document.body) button()?.focus();
  }, [isRunning]);
  if (run === null && testable(accounts).length === 0) return null;
  return (
    <>
      <span ref={place}>
        <BusyButton
          busy={isRunning}
          busyText={run ? t("reading.testingOf", [Math.min(passedCount(run) + 1, run.total), run.total]) : ""}
          look="quiet"
          onPress={() => {
            setStopping(false);
            start(testable(accounts));
          }}
        >
          {t("reading.testAll")}
        </BusyButton>
      </span>
      {isRunning && (
        <button
          type="button"
          class="button"
          aria-disabled={isStopping}
          onClick={() => {
            setStopping(true);
            stop();
            // It goes as soon as what is under way is over.
            button()?.focus();
          }}
        >
          {t("reading.stop")}
        </button>
      )}
      <p role="status" class={run && !isRunning ? "tested small" : "visually-hidden"}>
        {run && !isRunning && runSummary(run, accounts).join(" ")}
      </p>
    </>
  );
}

/** Cal.com allows 120 requests a minute, and this is not all that asks. */
const PAUSE_MS = 600;

/** Tests calendars, for as long as this is shown. */
function useTestRun() {
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
