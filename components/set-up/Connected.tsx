import { useRef, useState } from "preact/hooks";
import { accountWho } from "../../utils/copy/account-name.ts";
import { plural, t } from "../../utils/copy/i18n.ts";
import { countedAs } from "../../utils/core/calendars/distinct.ts";
import { noticesToAcknowledge } from "../../utils/core/findings/acknowledgements.ts";
import { send } from "../../utils/messaging/send.ts";
import { noticesTitle } from "../../utils/screen/problems/bulk-acknowledge.ts";
import type { Stored, StoredAccount } from "../../utils/screen/stored.ts";
import { BusyButton } from "../common/BusyButton.tsx";
import { useFocusWhen } from "../common/focus.ts";
import { StateDisc } from "../common/StateDisc.tsx";
import { accountOutcome } from "./account-outcome.ts";
import { PinHint } from "./PinHint.tsx";
import "./connected.css";

interface Props {
  stored: Stored;
  /** The one that was connected. */
  one: StoredAccount;
  /** In the popup it is the heading of the page. */
  level: "h1" | "h3";
  /** Shows the answer itself. @returns whether that was possible */
  onOpen: () => Promise<boolean>;
}

/** The end of the set-up: who it is, what was found, the one question, and the way on. */
export function Connected({ stored, one, level: Heading, onOpen }: Props) {
  // The form that had the focus has become this.
  const heading = useFocusWhen<HTMLHeadingElement>(true);
  const open = useRef<HTMLButtonElement>(null);
  const [isByHand, setByHand] = useState(false);
  const { mood, text, more } = accountOutcome(stored, one, Date.now());
  return (
    // Until the first look is over there is room for what it comes to, so that no button moves under a hand.
    <section class={one.state.lastAttemptAt ? "connected" : "connected awaited"}>
      <div class="connected-head">
        <StateDisc mood={mood === "notice" ? "ok" : mood} />
        <div>
          <Heading ref={heading} tabIndex={-1}>
            {t("setUp.connected", [accountWho(one.account)])}
          </Heading>
          <p role="status">
            {text}
            {more !== null && <span class="muted">{` · ${more}`}</span>}
          </p>
        </div>
      </div>
      <AsWanted one={one} onDone={() => open.current?.focus()} />
      <PinHint />
      <div class="buttons">
        <button
          ref={open}
          type="button"
          class="button main"
          onClick={async () => setByHand(!(await onOpen()))}
        >
          {t("setUp.open")}
        </button>
      </div>
      <p role="status" class="muted small">
        {isByHand && t("setUp.openByHand")}
      </p>
    </section>
  );
}

interface AsWantedProps {
  one: StoredAccount;
  /** It was agreed, and the button is about to go. */
  onDone: () => void;
}

/** Asks whether what is worth a look is meant so. Unanswered, the popup asks again. */
function AsWanted({ one, onDone }: AsWantedProps) {
  const [state, setState] = useState<"open" | "busy" | "failed" | "done">("open");
  const findings = one.bulkAcknowledgeAnswered ? [] : noticesToAcknowledge(one.state);
  const subjects = new Set(findings.map(({ subject }) => countedAs(subject))).size;

  async function agree() {
    setState("busy");
    const meant = findings.map(({ kind, subject }) => ({ kind, subject }));
    const asked = { type: "bulk-acknowledge", accountId: one.account.id, findings: meant } as const;
    const { ok } = await send(asked).catch(() => ({ ok: false }));
    setState(ok ? "done" : "failed");
    if (ok) onDone();
  }

  return (
    <div class="as-wanted">
      {findings.length > 0 && state !== "done" && (
        <>
          <p id="as-wanted">{plural("setUp.asWanted", subjects, [noticesTitle([findings])])}</p>
          <BusyButton
            busy={state === "busy"}
            busyText={t("expected.marking")}
            describedBy="as-wanted"
            onPress={agree}
          >
            {t("setUp.asWantedYes")}
          </BusyButton>
        </>
      )}
      <p role="status" class={state === "failed" ? "outcome error" : "outcome ok"}>
        {state === "done" && t("setUp.asWantedDone")}
        {state === "failed" && t("expected.notStored")}
      </p>
    </div>
  );
}
