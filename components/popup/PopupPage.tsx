import { accountWho } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { OpenStored } from "../../utils/pages/open-stored.ts";
import type { Stored } from "../../utils/pages/stored.ts";
import { Guarded } from "../shared/Guarded.tsx";
import { LiveRegion } from "../shared/LiveRegion.tsx";
import { useAnnouncement } from "../shared/use-announcement.ts";
import { LaterPinHint, LaterWelcome } from "./later-forms.tsx";
import { Overview } from "./Overview.tsx";
import "./popup.css";

/** The popup: the set-up form until there is an account, then the overview. */
export function PopupPage({ open }: { open: OpenStored }) {
  // Said here, above both views: the one that it is said in goes when the account comes.
  const [said, say] = useAnnouncement();
  const onConnected = (account: Account) =>
    say({ sentence: t("setUp.connected", [accountWho(account)]), about: "connected" });
  const isConnected = said.about === "connected";
  return (
    <>
      <LiveRegion said={said} hint={<LaterPinHint />} />
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
