import { accountWho } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { Policy } from "../../utils/core/settings/records.ts";
import type { OpenStored } from "../../utils/pages/open-stored.ts";
import type { Stored } from "../../utils/pages/stored.ts";
import { useFocusWhen } from "../common/focus.ts";
import { headline } from "../common/headline/headline.ts";
import { LiveRegion } from "../common/LiveRegion.tsx";
import { LazyPart, lazy } from "../common/lazy.tsx";
import { type Announce, type Announcement, useAnnouncement } from "../common/use-announcement.ts";
import { Guarded } from "../page/Guarded.tsx";
import { PinHint } from "../set-up/PinHint.tsx";
import { SetUpForm } from "../set-up/SetUpForm.tsx";
import { AccountsSection } from "./AccountsSection.tsx";
import { DiagnosticsSection } from "./DiagnosticsSection.tsx";
import {
  AppearanceSection,
  BadgeSection,
  CheckingSection,
  NotificationsSection,
} from "./SettingSections.tsx";
import { SettingsFileSection } from "./SettingsFileSection.tsx";
import "./options.css";

/** The options page: the accounts, or the set-up until there is one; then settings, history and more. */
export function OptionsPage({ open }: { open: OpenStored }) {
  // Said here, above all sections: the one that it is said in may go with the account.
  const [said, say] = useAnnouncement();
  return <Guarded open={open} draw={(stored) => <Page stored={stored} said={said} say={say} />} />;
}

function Page({ stored, said, say }: { stored: Stored; said: Announcement; say: Announce }) {
  const isNew = stored.accounts.length === 0;
  const heading = useFocusWhen<HTMLHeadingElement>(said.about === "connected" || said.about === "removed");
  const onConnected = (account: Account) =>
    say({ sentence: t("setUp.connected", [accountWho(account)]), about: "connected" });
  return (
    <main>
      <p class="product">
        <img src="/icon/48.png" alt="" width={24} height={24} />
        {t("extName")}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {t(isNew ? "options.welcome" : "options.heading")}
      </h1>
      <LiveRegion said={said} result={isNew ? null : headline(stored, Date.now()).text} hint={<PinHint />} />
      {isNew ? (
        <Welcome policy={stored.policy} onConnected={onConnected} />
      ) : (
        <AccountsSection stored={stored} say={say} onConnected={onConnected} />
      )}
      <Sections stored={stored} />
    </main>
  );
}

interface Props {
  policy: Policy;
  onConnected: (account: Account) => void;
}

/** The first thing after the installation: what this is, where the key stays, and the form. */
function Welcome({ policy, onConnected }: Props) {
  return (
    <section class="section" aria-labelledby="welcome-heading">
      <h2 id="welcome-heading">{t("setUp.heading")}</h2>
      <p>
        {t("setUp.welcome")} {t("setUp.keyStays")}
      </p>
      <SetUpForm onConnected={onConnected} inPopup={false} policy={policy} />
    </section>
  );
}

const historyPart = lazy(() => import("../history/HistorySection.tsx"));

/** All that can be looked up and chosen. Only the history needs an account: who can't connect one may report that. */
function Sections({ stored }: { stored: Stored }) {
  const { accounts, chosen } = stored;
  return (
    <>
      <CheckingSection inForce={stored} />
      <NotificationsSection inForce={stored} />
      <BadgeSection inForce={stored} />
      <AppearanceSection inForce={stored} />
      {accounts.length > 0 && (
        <LazyPart part={historyPart} draw={({ HistorySection }) => <HistorySection accounts={accounts} />} />
      )}
      <DiagnosticsSection />
      <SettingsFileSection chosen={chosen} />
    </>
  );
}
