import { useState } from "preact/hooks";
import { parseServer } from "../../utils/cal-api/server.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { Policy } from "../../utils/core/settings/records.ts";
import type { ConnectForm } from "../../utils/messaging/commands.ts";
import { sendPrivately } from "../../utils/messaging/private-message.ts";
import type { ConnectReply } from "../../utils/messaging/replies.ts";
import { dropDraft, whileSent } from "../../utils/pages/draft.ts";
import { requestAccess } from "../../utils/pages/request-access.ts";
import { KeyForm, type TypedKey, useKeyForm } from "./KeyForm.tsx";
import type { FormProblem } from "./problem-sentence.ts";
import { RegionField } from "./RegionField.tsx";
import { ServerFields } from "./ServerFields.tsx";
import { chosenServer, webUrlOf } from "./server-choice.ts";
import { useDraft } from "./use-draft.ts";

interface Props {
  /** Told with the answer; the account may be among those that are stored before. */
  onConnected?: (account: Account) => void;
  inPopup: boolean;
  /** What of it an administrator has set. */
  policy: Policy;
  /** Absent where the form is all there is to do. */
  onCancel?: () => void;
}

/** Connects an account: key, region, and for a server of one's own its addresses. */
export function SetUpForm({ onConnected, inPopup, policy, onCancel }: Props) {
  const { draft, change } = useDraft();
  const server = chosenServer(draft, change, policy);
  const [asking, setAsking] = useState(false);
  const { region, apiUrl, webUrl } = server.choice;
  const state = useKeyForm(region === "self-hosted", true);
  const { attempt, isSelfHosted, culprit, alertId } = state;

  function send(typed: TypedKey): FormProblem | Promise<ConnectReply> {
    const parsed = parseServer(region, apiUrl, webUrl);
    if (!parsed.ok) return { problem: parsed.problem };

    // The browser grants Cal.com's own servers at installation, but lets people take that back.
    const ask = isSelfHosted || attempt.problem?.problem === "noPermission";
    const allowed = ask ? requestAccess(parsed.origin) : Promise.resolve(true);
    setAsking(ask);
    return askAndConnect(allowed, { ...server.choice, ...typed }, () => setAsking(false));
  }

  return (
    <KeyForm
      state={state}
      webUrl={webUrlOf(server.choice)}
      forget={draft.forget}
      onForget={(forget) => change({ forget })}
      send={send}
      onStored={onConnected}
      onCancel={
        onCancel &&
        (() => {
          dropDraft();
          onCancel();
        })
      }
      words={{ submit: t("setUp.connect"), busy: t(asking ? "setUp.asking" : "setUp.connecting") }}
      note={t("setUp.keyStays")}
    >
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
    </KeyForm>
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
  return whileSent(sendPrivately({ type: "connect", form }));
}
