import { useEffect, useId, useRef, useState } from "preact/hooks";
import { cleanKey } from "../../utils/cal-api/key.ts";
import { parseServer } from "../../utils/cal-api/server.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { Policy } from "../../utils/core/settings/records.ts";
import { placeUrl } from "../../utils/core/web-app-places.ts";
import type { ConnectForm } from "../../utils/messaging/commands.ts";
import { sendPrivately } from "../../utils/messaging/private-message.ts";
import type { ConnectReply } from "../../utils/messaging/replies.ts";
import { requestAccess } from "../../utils/pages/request-access.ts";
import { BusyButton } from "../shared/BusyButton.tsx";
import { ForgetChoice, FormAlert, KeyField } from "./KeyField.tsx";
import { RegionField } from "./RegionField.tsx";
import { ServerFields } from "./ServerFields.tsx";
import { useServer, webUrlOf } from "./server-choice.ts";
import { useAttempt, useFocusOnCulprit } from "./use-attempt.ts";
import "./set-up.css";

interface Props {
  onConnected: (account: Account) => void;
  inPopup: boolean;
  /** What of it an administrator has set. */
  policy: Policy;
  /** Absent where the form is all there is to do. */
  onCancel?: () => void;
}

/** Connects an account: key, region, and for a server of one's own its addresses. */
export function SetUpForm({ onConnected, inPopup, policy, onCancel }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const server = useServer(policy);
  const [forget, setForget] = useState(false);
  const [asking, setAsking] = useState(false);
  const attempt = useAttempt();
  const { region, apiUrl, webUrl } = server.choice;
  const isSelfHosted = region === "self-hosted";
  // What the last attempt was for: its alert stays as it was, whatever is chosen since.
  const [triedSelfHosted, setTriedSelfHosted] = useState(false);
  const culprit = useFocusOnCulprit(form, attempt.problem, triedSelfHosted);
  const alertId = useId();
  const wasAskedFor = inPopup || onCancel !== undefined;
  useEffect(() => {
    if (wasAskedFor) key.current?.focus();
  }, [wasAskedFor]);

  function submit(event: Event) {
    event.preventDefault();
    if (attempt.busy) return;
    setTriedSelfHosted(isSelfHosted);
    const typed = key.current?.value ?? "";
    const cleaned = cleanKey(typed);
    if (!cleaned.ok) return attempt.fail({ problem: cleaned.problem });
    const parsed = parseServer(region, apiUrl, webUrl);
    if (!parsed.ok) return attempt.fail({ problem: parsed.problem });

    // The browser grants Cal.com's own servers at installation, but lets people take that back.
    const ask = isSelfHosted || attempt.problem?.problem === "noPermission";
    const allowed = ask ? requestAccess(parsed.origin) : Promise.resolve(true);
    setAsking(ask);
    const keyIn = forget ? "session" : "local";
    attempt.start(
      () => askAndConnect(allowed, { key: typed, ...server.choice, keyIn }, () => setAsking(false)),
      (account) => {
        if (key.current) key.current.value = "";
        onConnected(account);
      },
    );
  }

  return (
    <form ref={form} class="form" noValidate onSubmit={submit}>
      <KeyField
        input={key}
        makeKeyUrl={placeUrl(webUrlOf(server.choice), { page: "api-keys" })}
        problemId={culprit === "key" ? alertId : null}
        onType={() => culprit === "key" && attempt.clear()}
      />
      <RegionField
        region={region}
        isLocked={server.isLocked("region")}
        onChange={(chosen) => {
          attempt.clear();
          server.choose({ region: chosen });
        }}
      />
      {isSelfHosted && (
        <ServerFields
          server={server}
          onType={() => culprit !== null && culprit !== "key" && attempt.clear()}
          culprit={culprit}
          alertId={alertId}
          inPopup={inPopup}
        />
      )}
      <ForgetChoice forget={forget} onChange={setForget} />
      <FormAlert id={alertId} problem={attempt.problem} isSelfHosted={triedSelfHosted} />
      <div class="buttons">
        <BusyButton
          type="submit"
          look="main"
          busy={attempt.busy}
          busyText={t(asking ? "setUp.asking" : "setUp.connecting")}
        >
          {t("setUp.connect")}
        </BusyButton>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {t("setUp.cancel")}
          </button>
        )}
      </div>
    </form>
  );
}

/**
 * Connects an account once the person has answered the browser's question.
 * @param allowed the answer; asked by the caller, since browsers ask only straight from a click
 */
async function askAndConnect(
  allowed: Promise<boolean>,
  form: ConnectForm,
  onAnswered: () => void,
): Promise<ConnectReply> {
  const isAllowed = await allowed;
  onAnswered();
  if (!isAllowed) return { ok: false, problem: { problem: "noPermission" } };
  return sendPrivately({ type: "connect", form });
}
