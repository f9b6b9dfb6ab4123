import { useState } from "preact/hooks";
import type { OpenStored } from "../../utils/pages/open-stored.ts";
import type { Stored } from "../../utils/pages/stored.ts";
import type { Account } from "../../utils/store/account.ts";
import { t } from "../../utils/words.ts";
import { SetUpForm } from "../set-up/SetUpForm.tsx";
import { accountWho } from "../shared/account-name.ts";
import { Guarded } from "../shared/Guarded.tsx";
import { Overview } from "./Overview.tsx";
import "./popup.css";

/** The popup: the set-up form until there is an account, then the overview. */
export function PopupPage({ open }: { open: OpenStored }) {
  // Said here, above both views: the one that it is said in goes when the account comes.
  const [said, setSaid] = useState("");
  const onConnected = (account: Account) => setSaid(t("setUp.connected", [accountWho(account)]));
  return (
    <>
      <p role="status" class={said === "" ? "heard" : "said"}>
        {said}
      </p>
      <Guarded open={open} draw={(stored) => view(stored, onConnected)} />
    </>
  );
}

function view(stored: Stored, onConnected: (account: Account) => void) {
  if (stored.accounts.length > 0) return <Overview stored={stored} onReplaced={onConnected} />;
  return (
    <main class="welcome">
      <h1>{t("setUp.heading")}</h1>
      <p>{t("setUp.welcome")}</p>
      <p class="muted">{t("setUp.keyStays")}</p>
      <SetUpForm onConnected={onConnected} inPopup={true} />
    </main>
  );
}
