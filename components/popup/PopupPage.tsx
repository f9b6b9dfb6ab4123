import type { OpenStored } from "../../utils/pages/open-stored.ts";
import type { Stored } from "../../utils/pages/stored.ts";
import type { Account } from "../../utils/store/account.ts";
import { accountWho } from "../../utils/telling/account-name.ts";
import { t } from "../../utils/words.ts";
import { Guarded } from "../common/Guarded.tsx";
import { SaidLine } from "../common/SaidLine.tsx";
import { useSaid } from "../common/use-said.ts";
import { LaterPinHint, LaterWelcome } from "./later-forms.tsx";
import { Overview } from "./Overview.tsx";
import "./popup.css";

/** The popup: the set-up form until there is an account, then the overview. */
export function PopupPage({ open }: { open: OpenStored }) {
  // Said here, above both views: the one that it is said in goes when the account comes.
  const [said, say] = useSaid();
  const onConnected = (account: Account) =>
    say({ sentence: t("setUp.connected", [accountWho(account)]), about: "connected" });
  const isConnected = said.about === "connected";
  return (
    <>
      <SaidLine said={said} hint={<LaterPinHint />} />
      <Guarded open={open} draw={(stored) => view(stored, isConnected, onConnected)} />
    </>
  );
}

function view(stored: Stored, isConnected: boolean, onConnected: (account: Account) => void) {
  if (stored.accounts.length > 0) {
    return <Overview stored={stored} isConnected={isConnected} onReplaced={onConnected} />;
  }
  return <LaterWelcome onConnected={onConnected} policy={stored.policy} />;
}
