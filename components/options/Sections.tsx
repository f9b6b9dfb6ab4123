import type { Stored } from "../../utils/pages/stored.ts";
import type { Account } from "../../utils/store/account.ts";
import type { Say } from "../common/use-said.ts";
import { AccountsSection } from "./AccountsSection.tsx";
import { BadgeSection } from "./BadgeSection.tsx";
import { CheckingSection } from "./CheckingSection.tsx";
import { DiagnosticsSection } from "./DiagnosticsSection.tsx";
import { LaterPart } from "./LaterPart.tsx";
import { LookSection } from "./LookSection.tsx";
import { NotificationsSection } from "./NotificationsSection.tsx";
import { SettingsFileSection } from "./SettingsFileSection.tsx";

const fetchHistory = () => import("../history/HistorySection.tsx");

interface Props {
  stored: Stored;
  say: Say;
  onConnected: (account: Account) => void;
}

/** All that can be looked up and chosen once there is an account. */
export function Sections({ stored, say, onConnected }: Props) {
  const { settings, policy } = stored;
  return (
    <>
      <AccountsSection stored={stored} say={say} onConnected={onConnected} />
      <CheckingSection settings={settings} policy={policy} />
      <NotificationsSection settings={settings} policy={policy} />
      <BadgeSection settings={settings} policy={policy} />
      <LookSection settings={settings} />
      <LaterPart
        fetchPart={fetchHistory}
        draw={({ HistorySection }) => <HistorySection accounts={stored.accounts} />}
      />
      <DiagnosticsSection />
      <SettingsFileSection settings={settings} />
    </>
  );
}
