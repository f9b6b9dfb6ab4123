import { useState } from "preact/hooks";
import { send } from "../../utils/messages/send.ts";
import { plural, t } from "../../utils/words.ts";
import { BusyButton } from "../shared/BusyButton.tsx";

interface Props {
  /** A check came to its end: what is drawn by now is its result. */
  onDone: () => void;
  /** Something that has to be said instead of a result. */
  onSay: (sentence: string) => void;
}

/** Asks the worker for a check of all accounts, at once. */
export function CheckNow({ onDone, onSay }: Props) {
  const [busy, setBusy] = useState(false);

  async function check() {
    setBusy(true);
    try {
      const reply = await send({ type: "check-now" });
      if (reply.ok) onDone();
      else onSay(plural("footer.tooSoon", reply.tooSoon.waitSeconds));
    } catch {
      onSay(t("footer.noAnswer"));
    } finally {
      setBusy(false);
    }
  }

  return (
    <BusyButton busy={busy} busyText={t("footer.checking")} onPress={check}>
      {t("footer.checkNow")}
    </BusyButton>
  );
}
