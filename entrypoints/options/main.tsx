import { loadFirstPart } from "../../components/options/lazy-parts.ts";
import { OptionsPage } from "../../components/options/OptionsPage.tsx";
import { startPage } from "../../components/page/start-page.tsx";
import { t } from "../../utils/copy/i18n.ts";
import { openDraft } from "../../utils/pages/draft.ts";

startPage(t("options.title"), OptionsPage, () => Promise.all([openDraft(), loadFirstPart()]));
