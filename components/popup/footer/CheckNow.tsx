import { useEffect, useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import { waitText } from "../../../utils/copy/wait-text.ts";
import { send } from "../../../utils/messaging/send.ts";
import { secondsToWait } from "../../../utils/screen/footer/footer-text.ts";
import { CheckButton } from "./CheckButton.tsx";

/** A check that is answered sooner needs no word about the wait. */
const NOTICEABLE_MS = 700;

interface Props {
  /** When Cal.com was last asked, in ms since the epoch. */
  lastAttemptAt: number | null;
  /** A check came to its end: what is drawn by now is its result. */
  onDone: () => void;
  /** Something that has to be said instead of a result. */
  onSay: (sentence: string) => void;
}

/** Asks the worker for a check of all accounts, at once. */
export function CheckNow({ lastAttemptAt, onDone, onSay }: Props) {
  const [busy, setBusy] = useState(false);
  const waiting = useWait(busy, lastAttemptAt);

  async function check() {
    setBusy(true);
    const timer = setTimeout(() => {
      const seconds = secondsToWait(lastAttemptAt, Date.now());
      if (seconds > 0) onSay(t("footer.waiting", [waitText(seconds)]));
    }, NOTICEABLE_MS);
    try {
      const reply = await send({ type: "check-now" });
      if (reply.ok) onDone();
      else
        onSay(
          reply.notStored
            ? t("footer.notStored")
            : t("footer.tooSoon", [waitText(reply.tooSoon.waitSeconds)]),
        );
    } catch {
      onSay(t("footer.noAnswer"));
    } finally {
      clearTimeout(timer);
      setBusy(false);
    }
  }

  return (
    <CheckButton
      busy={busy}
      waitSeconds={waiting}
      onPress={() => {
        if (!busy) check();
      }}
    />
  );
}

/** The seconds that are left until Cal.com may be asked again, as they pass; 0 when it is being asked. */
function useWait(busy: boolean, lastAttemptAt: number | null): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!busy) return;
    const tick = () => setSeconds(secondsToWait(lastAttemptAt, Date.now()));
    const timer = setInterval(tick, 1_000);
    tick();
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [busy, lastAttemptAt]);
  return busy ? seconds : 0;
}
