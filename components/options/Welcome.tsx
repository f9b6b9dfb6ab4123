import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import type { Policy } from "../../utils/core/settings/records.ts";
import { SetUpForm } from "../set-up/SetUpForm.tsx";

interface Props {
  policy: Policy;
  onConnected: (account: Account) => void;
}

/** The first thing after the installation: what this is, where the key stays, and the form. */
export function Welcome({ policy, onConnected }: Props) {
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
