import type { ComponentProps } from "preact";
import { t } from "../../utils/copy/i18n.ts";
import { SetUpForm } from "../set-up/SetUpForm.tsx";
import "./welcome.css";

/** The popup before there is an account. */
export function Welcome(props: Omit<ComponentProps<typeof SetUpForm>, "inPopup">) {
  return (
    <main class="welcome">
      <h1>{t("setUp.heading")}</h1>
      <p>{t("setUp.welcome")}</p>
      <p class="muted">{t("setUp.keyStays")}</p>
      <SetUpForm {...props} inPopup={true} />
    </main>
  );
}
