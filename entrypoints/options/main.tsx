import { loadFirstPart } from "../../components/options/lazy-parts.ts";
import { OptionsPage } from "../../components/options/OptionsPage.tsx";
import { startPage } from "../../components/page/start-page.tsx";
import { t } from "../../utils/copy/i18n.ts";
import { send } from "../../utils/messaging/send.ts";
import { openDraft } from "../../utils/pages/draft.ts";

startPage(t("options.title"), OptionsPage, () => Promise.all([openDraft(), loadFirstPart()])).then(() =>
  // A policy that the browser did not know yet, or did not tell of, is looked up while somebody is about to go by it.
  send({ type: "options-opened" }).catch(() => {}),
);
