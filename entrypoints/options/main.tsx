import { OptionsPage } from "../../components/options/OptionsPage.tsx";
import { startPage } from "../../components/shared/start-page.tsx";
import { t } from "../../utils/copy/i18n.ts";

startPage(t("options.title"), OptionsPage);
