import { startPage } from "../../components/common/start-page.tsx";
import { OptionsPage } from "../../components/options/OptionsPage.tsx";
import { t } from "../../utils/words.ts";

startPage(t("options.title"), OptionsPage);
