import { plural, t } from "../../utils/copy/i18n.ts";
import { openDraft } from "../../utils/pages/draft.ts";
import type { Stored } from "../../utils/screen/stored.ts";
import { Connected } from "../set-up/Connected.tsx";
import { SetUpForm } from "../set-up/SetUpForm.tsx";
import "./welcome.css";

/** What was typed here before is read by then, so that the form is complete when it is first drawn. */
export const prepared = openDraft().then(() => ({ Welcome }));

interface Props {
  stored: Stored;
  /** Goes on to the answer. */
  onEnd: () => void;
}

/** The popup before there is an account, and what came of connecting one. */
function Welcome({ stored, onEnd }: Props) {
  const [one] = stored.accounts;
  if (one) {
    const open = async () => {
      onEnd();
      return true;
    };
    return (
      <main class="welcome">
        <Connected stored={stored} one={one} level="h1" onOpen={open} />
      </main>
    );
  }
  const lost = stored.damage?.lost.length ?? 0;
  return (
    <main class="welcome">
      <h1>{t("setUp.heading")}</h1>
      <p>{lost > 0 ? plural("setUp.lost", lost) : t("setUp.welcome")}</p>
      <SetUpForm inPopup={true} policy={stored.policy} />
    </main>
  );
}
