import { useEffect, useState } from "preact/hooks";
import type { Account } from "../../utils/core/model/account.ts";
import { openPopup } from "../../utils/pages/open-popup.ts";
import type { OpenStored } from "../../utils/pages/open-stored.ts";
import type { Stored } from "../../utils/screen/stored.ts";
import { LiveRegion } from "../common/LiveRegion.tsx";
import { LazyPart } from "../common/lazy.tsx";
import { useAnnouncement } from "../common/use-announcement.ts";
import { Guarded } from "../page/Guarded.tsx";
import { Connected } from "../set-up/Connected.tsx";
import { useWelcome } from "../set-up/use-welcome.ts";
import { AccountsPart } from "./AccountsPart.tsx";
import { alertsPart, helpPart, historyPart } from "./lazy-parts.ts";
import type { Part } from "./parts.ts";
import { SideBar } from "./SideBar.tsx";
import { useFocusOnPart, usePart } from "./use-part.ts";
import { WelcomeCard } from "./WelcomeCard.tsx";
import "../common/page.css";
import "./options.css";

/** The options page: the set-up until there is an account, then one part at a time. */
export function OptionsPage({ open }: { open: OpenStored }) {
  return <Guarded open={open} draw={(stored) => <Page stored={stored} />} />;
}

function Page({ stored }: { stored: Stored }) {
  const { accounts } = stored;
  const { part, turn } = usePart(accounts.length);
  const main = useFocusOnPart(turn);
  const connected = useConnected(stored, part);
  // Said here: the account that it is said of is gone, and with the last one the part that it was in.
  const [said, say] = useAnnouncement();
  const isNew = accounts.length === 0 && part === "accounts";
  return (
    <>
      <LiveRegion said={said} />
      {isNew ? (
        <WelcomeCard policy={stored.policy} damage={stored.damage} />
      ) : (
        <div class="page">
          <SideBar part={part} accounts={accounts.length} />
          <main ref={main}>
            {part === "accounts" && (
              <AccountsPart stored={stored} said={said} say={say} onConnected={connected.show}>
                {connected.card}
              </AccountsPart>
            )}
            {part === "alerts" && (
              <LazyPart part={alertsPart} draw={({ AlertsPart }) => <AlertsPart inForce={stored} />} />
            )}
            {part === "history" && (
              <LazyPart
                part={historyPart}
                draw={({ HistorySection }) => <HistorySection accounts={accounts} />}
              />
            )}
            {part === "help" && (
              <LazyPart part={helpPart} draw={({ HelpPart }) => <HelpPart stored={stored} />} />
            )}
          </main>
        </div>
      )}
    </>
  );
}

/** What came of connecting an account, until another part is looked at. */
function useConnected(stored: Stored, part: Part) {
  const { accounts } = stored;
  const [isWelcoming, endWelcome] = useWelcome(accounts.length);
  const [added, setAdded] = useState<string | null>(null);
  const one = isWelcoming ? accounts[0] : accounts.find(({ account }) => account.id === added);
  useEffect(() => {
    if (part === "accounts") return;
    endWelcome();
    setAdded(null);
  }, [part]);
  return {
    card: one && (
      <div class="card">
        <Connected key={one.account.id} stored={stored} one={one} level="h3" onOpen={openPopup} />
      </div>
    ),
    show({ id }: Account) {
      endWelcome();
      setAdded(id);
    },
  };
}
