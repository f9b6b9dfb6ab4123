import type { VNode } from "preact";
import { useId, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { send } from "../../utils/messaging/send.ts";
import { areNotificationsBlocked } from "../../utils/pages/notifications-blocked.ts";
import { BusyButton } from "../common/BusyButton.tsx";

type Outcome = "none" | "busy" | "sent" | "failed" | "blocked";

interface SendTest {
  /** Shows a notification that is only a test. */
  button: VNode;
  /** Where to look for it when none is to be seen. */
  note: VNode;
}

/** @param isOff whether there are no notifications that could be tested */
export function useSendTest(isOff: boolean): SendTest {
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome>("none");

  async function sendTest() {
    setOutcome("busy");
    if (await areNotificationsBlocked()) return setOutcome("blocked");
    const { ok } = await send({ type: "test-notification" }).catch(() => ({ ok: false }));
    setOutcome(ok ? "sent" : "failed");
  }

  return {
    note: (
      <p id={id} role="status" class="muted small">
        {isOff ? t("options.testOff") : sentenceOf(outcome)}
      </p>
    ),
    button: isOff ? (
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
    ),
  };
}

function sentenceOf(outcome: Outcome): string | null {
  switch (outcome) {
    case "none":
    case "busy":
      return null;
    case "sent":
      return t("options.testSent");
    case "failed":
      return t("options.testFailed");
    case "blocked":
      return t("options.notificationsBlocked");
  }
}
