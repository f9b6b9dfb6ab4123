import { t } from "../../utils/copy/i18n.ts";
import type { AccountsDamage } from "../../utils/core/model/records.ts";
import type { Policy } from "../../utils/core/settings/records.ts";
import { SetUpForm } from "../set-up/SetUpForm.tsx";
import { DamageNote } from "./DamageNote.tsx";
import "./welcome-card.css";

/** The first thing after the installation: what this is for, and the three steps to an account. */
export function WelcomeCard({ policy, damage }: { policy: Policy; damage: AccountsDamage | undefined }) {
  return (
    <main class="welcome">
      <p class="product">
        <img src="/icon/48.png" alt="" width={24} height={24} />
        {t("extName")}
      </p>
      <DamageNote damage={damage} />
      <div class="card">
        <div class="welcome-words">
          <h1>{t("setUp.heading")}</h1>
          <p>{t("setUp.welcome")}</p>
        </div>
        <SetUpForm inPopup={false} policy={policy} />
      </div>
      {/* Who can't connect an account may report that. */}
      <p class="welcome-ways small">
        <a href="#alerts">{t("options.heading")}</a>
        <a href="#help">{t("options.part.help")}</a>
      </p>
    </main>
  );
}
