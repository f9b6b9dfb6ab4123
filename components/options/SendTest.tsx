import { useId, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { send } from "../../utils/messaging/send.ts";
import { areNotificationsBlocked } from "../../utils/pages/notifications-blocked.ts";
import { BusyButton } from "../common/BusyButton.tsx";

type Outcome = "none" | "busy" | "sent" | "failed" | "blocked";

/** Shows a notification that is only a test, and says what to look for when none is to be seen. */
export function SendTest({ isOff }: { isOff: boolean }) {
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome>("none");

  async function sendTest() {
    setOutcome("busy");
    if (await areNotificationsBlocked()) return setOutcome("blocked");
    const { ok } = await send({ type: "test-notification" }).catch(() => ({ ok: false }));
    setOutcome(ok ? "sent" : "failed");
  }

  return (
    <div class="setting">
      <p id={id} role="status" class="setting-words muted small">
        {isOff ? t("options.testOff") : sentenceOf(outcome)}
      </p>
      {isOff ? (
        <button type="button" class="button" disabled aria-describedby={id}>
          {t("options.sendTest")}
        </button>
      ) : (
        <BusyButton
          busy={outcome === "busy"}
          busyText={t("options.sendingTest")}
          describedBy={id}
          onPress={sendTest}
        >
          {t("options.sendTest")}
        </BusyButton>
      )}
    </div>
  );
}

function sentenceOf(outcome: Outcome): string {
  switch (outcome) {
    case "none":
    case "busy":
      return t("options.testHint");
    case "sent":
      return t("options.testSent");
    case "failed":
      return t("options.testFailed");
    case "blocked":
      return t("options.notificationsBlocked");
  }
}
