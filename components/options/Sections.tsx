import type { Stored } from "../../utils/pages/stored.ts";
import { LazyPart, lazy } from "../shared/lazy.tsx";
import { AppearanceSection } from "./AppearanceSection.tsx";
import { BadgeSection } from "./BadgeSection.tsx";
import { CheckingSection } from "./CheckingSection.tsx";
import { DiagnosticsSection } from "./DiagnosticsSection.tsx";
import { NotificationsSection } from "./NotificationsSection.tsx";
import { SettingsFileSection } from "./SettingsFileSection.tsx";

const historyPart = lazy(() => import("../history/HistorySection.tsx"));

/** All that can be looked up and chosen. Only the history needs an account: who can't connect one may report that. */
export function Sections({ stored }: { stored: Stored }) {
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
