import type { ComponentProps } from "preact";
import { t } from "../../utils/copy/i18n.ts";
import { openDraft } from "../../utils/pages/draft.ts";
import { SetUpForm } from "../set-up/SetUpForm.tsx";
import "./welcome.css";

/** What was typed here before is read by then, so that the form is complete when it is first drawn. */
export const prepared = openDraft().then(() => ({ Welcome }));

/** The popup before there is an account. */
function Welcome(props: Omit<ComponentProps<typeof SetUpForm>, "inPopup">) {
  return (
    <main class="welcome">
      <h1>{t("setUp.heading")}</h1>
      <p>{t("setUp.welcome")}</p>
      <p class="muted">{t("setUp.keyStays")}</p>
      <SetUpForm {...props} inPopup={true} />
    </main>
  );
}
