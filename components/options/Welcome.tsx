import type { Account } from "../../utils/store/account.ts";
import { t } from "../../utils/words.ts";
import { SetUpForm } from "../set-up/SetUpForm.tsx";

/** The first thing after the installation: what this is, where the key stays, and the form. */
export function Welcome({ onConnected }: { onConnected: (account: Account) => void }) {
  return (
    <section class="section" aria-labelledby="welcome-heading">
      <h2 id="welcome-heading">{t("setUp.heading")}</h2>
      <p>
        {t("setUp.welcome")} {t("setUp.keyStays")}
      </p>
      <SetUpForm onConnected={onConnected} inPopup={false} />
    </section>
  );
}
