import { useEffect, useId, useRef, useState } from "preact/hooks";
import { cleanKey } from "../../utils/cal-api/key.ts";
import { parseServer, type Region } from "../../utils/cal-api/server.ts";
import type { ConnectForm, ConnectReply } from "../../utils/messages/message.ts";
import { send } from "../../utils/messages/send.ts";
import { requestAccess } from "../../utils/pages/request-access.ts";
import type { Account } from "../../utils/store/account.ts";
import { placeUrl } from "../../utils/telling/places.ts";
import { t } from "../../utils/words.ts";
import { BusyButton } from "../common/BusyButton.tsx";
import { ForgetChoice } from "./ForgetChoice.tsx";
import { FormAlert } from "./FormAlert.tsx";
import { KeyField } from "./KeyField.tsx";
import { RegionField } from "./RegionField.tsx";
import { ServerFields } from "./ServerFields.tsx";
import { useAttempt } from "./use-attempt.ts";
import { useFocusOnCulprit } from "./use-focus-on-culprit.ts";
import "./set-up.css";

interface Props {
  onConnected: (account: Account) => void;
  inPopup: boolean;
}

/** Connects an account: key, region, and for a server of one's own its addresses. */
export function SetUpForm({ onConnected, inPopup }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const [region, setRegion] = useState<Region>("us");
  const [addresses, setAddresses] = useState({ apiUrl: "", webUrl: "" });
  const [forget, setForget] = useState(false);
  const [asking, setAsking] = useState(false);
  const attempt = useAttempt();
  const isSelfHosted = region === "self-hosted";
  // What the last attempt was for: its alert stays as it was, whatever is chosen since.
  const [triedSelfHosted, setTriedSelfHosted] = useState(false);
  const culprit = useFocusOnCulprit(form, attempt.problem, triedSelfHosted);
  const alertId = useId();
  useEffect(() => {
    if (inPopup) key.current?.focus();
  }, [inPopup]);

  function submit(event: Event) {
    event.preventDefault();
    if (attempt.busy) return;
    setTriedSelfHosted(isSelfHosted);
    const typed = key.current?.value ?? "";
    const cleaned = cleanKey(typed);
    if (!cleaned.ok) return attempt.fail({ problem: cleaned.problem });
    const server = parseServer(region, addresses.apiUrl, addresses.webUrl);
    if (!server.ok) return attempt.fail({ problem: server.problem });

    // The browser grants Cal.com's own servers at installation, but lets people take that back.
    const ask = isSelfHosted || attempt.problem?.problem === "noPermission";
    const allowed = ask ? requestAccess(server.origin) : Promise.resolve(true);
    setAsking(ask);
    const request: ConnectForm = { key: typed, region, ...addresses, keyIn: forget ? "session" : "local" };
    attempt.start(
      () => connect(allowed, request, () => setAsking(false)),
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
        makeKeyUrl={placeUrl(webUrlOf(region, addresses.webUrl), { page: "api-keys" })}
        problemId={culprit === "key" ? alertId : null}
        onType={() => culprit === "key" && attempt.clear()}
      />
      <RegionField
        region={region}
        onChange={(chosen) => {
          attempt.clear();
          setRegion(chosen);
        }}
      />
      {isSelfHosted && (
        <ServerFields
          addresses={addresses}
          onChange={(typed) => {
            if (culprit !== null && culprit !== "key") attempt.clear();
            setAddresses(typed);
          }}
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
      </div>
    </form>
  );
}

async function connect(
  allowed: Promise<boolean>,
  form: ConnectForm,
  onAnswered: () => void,
): Promise<ConnectReply> {
  const isAllowed = await allowed;
  onAnswered();
  if (!isAllowed) return { ok: false, problem: { problem: "noPermission" } };
  return send({ type: "connect", form });
}

/** Known from the web address alone, so that the link is there before the API's address is typed. */
function webUrlOf(region: Region, typed: string): string | null {
  const server = parseServer(region, "localhost", typed);
  return server.ok ? server.webUrl : null;
}
