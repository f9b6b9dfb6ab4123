import { useState } from "preact/hooks";
import { accountWho } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { OpenStored } from "../../utils/pages/open-stored.ts";
import type { Stored } from "../../utils/screen/stored.ts";
import { LiveRegion } from "../common/LiveRegion.tsx";
import { LazyPart } from "../common/lazy.tsx";
import { useAnnouncement } from "../common/use-announcement.ts";
import { Guarded } from "../page/Guarded.tsx";
import { useWelcome } from "../set-up/use-welcome.ts";
import { welcomePart } from "./lazy-parts.ts";
import { Overview } from "./Overview.tsx";

/** The popup: the set-up form until there is an account and its end was seen, then the overview. */
export function PopupPage({ open }: { open: OpenStored }) {
  // Said here, above both views: the one that it is said in goes when the account comes.
  const [said, say] = useAnnouncement();
  const onReplaced = (account: Account) =>
    say({ sentence: t("setUp.connected", [accountWho(account)]), about: "connected" });
  const isReplaced = said.about === "connected";
  return (
    <>
      <LiveRegion said={said} />
      <Guarded
        open={open}
        draw={(stored) => <View stored={stored} isReplaced={isReplaced} onReplaced={onReplaced} />}
      />
    </>
  );
}

interface ViewProps {
  stored: Stored;
  isReplaced: boolean;
  onReplaced: (account: Account) => void;
}

function View({ stored, isReplaced, onReplaced }: ViewProps) {
  const [isWelcoming, end] = useWelcome(stored.accounts.length);
  const [isBegun, setBegun] = useState(false);
  if (!isWelcoming) {
    return <Overview stored={stored} isConnected={isReplaced || isBegun} onReplaced={onReplaced} />;
  }
  const onEnd = () => {
    setBegun(true);
    end();
  };
  return <LazyPart part={welcomePart} draw={({ Welcome }) => <Welcome stored={stored} onEnd={onEnd} />} />;
}
