import { PopupPage } from "../../components/popup/PopupPage.tsx";
import { startPage } from "../../components/shared/start-page.tsx";
import { send } from "../../utils/messages/send.ts";
import { t } from "../../utils/words.ts";

startPage(t("extName"), PopupPage)
  .then(() => send({ type: "popup-opened" }))
  // The popup shows what is stored, whether or not the worker can look for something newer.
  .catch(() => {});
