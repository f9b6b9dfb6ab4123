import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import type { StoredAccount } from "../../../utils/pages/stored.ts";
import { BusyButton } from "../../shared/BusyButton.tsx";
import { passedCount, runSummary, testable } from "./test-all.ts";
import { useTestRun } from "./use-test-run.ts";
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
