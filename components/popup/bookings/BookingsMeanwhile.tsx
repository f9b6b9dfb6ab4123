import { useEffect, useRef, useState } from "preact/hooks";
import { formatTime } from "../../../utils/copy/format-time.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { waitText } from "../../../utils/copy/wait-text.ts";
import type { Meanwhile } from "../../../utils/screen/problems/meanwhile.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { LazyPart, lazy } from "../../common/lazy.tsx";
import { lastText } from "./bookings-text.ts";
import { type Look, useBookings } from "./use-bookings.ts";
import "./meanwhile.css";

const listPart = lazy(() => import("./BookingsFound.tsx"));

/**
 * Looks for bookings that were made while a connection was broken and are in no calendar, when the person wants that. What it
 * finds is shown here, and gone with the popup.
 */
export function BookingsMeanwhile({ account, broken, last }: Meanwhile) {
  const { look, start, stop } = useBookings({ account, broken });
  const [isStopping, setStopping] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const isRunning = look.state === "running";
  const now = Date.now();

  useEffect(() => {
    // "Stop" is gone, and with it the focus if it had that.
    if (look.state !== "idle" && !isRunning && document.activeElement === document.body)
      place.current?.querySelector("button")?.focus();
  }, [isRunning]);

  return (
    <div class="meanwhile" ref={place}>
      <div class="buttons">
        <BusyButton
          busy={isRunning}
          busyText={isRunning && progressText(look)}
          title={t("bookings.hint", [formatTime(broken.since, now)])}
          onPress={() => {
            setStopping(false);
            start();
          }}
        >
          {t("bookings.button")}
        </BusyButton>
        {isRunning && (
          <button
            type="button"
            class="button"
            aria-disabled={isStopping}
            onClick={() => {
              setStopping(true);
              stop();
            }}
          >
            {t("bookings.stop")}
          </button>
        )}
        {look.state === "idle" && last && <span class="muted small">{lastText(last, now)}</span>}
      </div>
      {isRunning && <Progress look={look} />}
      <p role="status" class="visually-hidden">
        {isRunning && t("bookings.looking")}
      </p>
      <LazyPart
        part={listPart}
        isWanted={look.state === "over" || look.state === "refused"}
        draw={({ BookingsFound }) => <BookingsFound look={look} account={account} />}
      />
    </div>
  );
}

type Running = Extract<Look, { state: "running" }>;

function progressText({ progress: { looked, of } }: Running): string {
  return of === null ? t("bookings.looking") : t("bookings.lookedAt", [looked, of]);
}

/** Seen, and not read out: it changes too often for that. */
function Progress({ look: { progress } }: { look: Running }) {
  const { looked, of, waitSeconds } = progress;
  return (
    <>
      <progress
        class="meanwhile-progress"
        aria-label={t("bookings.button")}
        {...(of !== null && { max: Math.max(of, 1), value: looked })}
      />
      {waitSeconds !== null && <p class="muted small">{t("bookings.waiting", [waitText(waitSeconds)])}</p>}
    </>
  );
}
