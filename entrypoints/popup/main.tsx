import { PopupPage } from "../../components/popup/PopupPage.tsx";
import { startPage } from "../../components/shared/start-page.tsx";
import { send } from "../../utils/messages/send.ts";
import { isInFittedWindow } from "../../utils/pages/fitted-window.ts";
import { t } from "../../utils/words.ts";

document.documentElement.classList.toggle("whole-page", !isInFittedWindow());
startPage(t("extName"), PopupPage)
  .then(() => send({ type: "popup-opened" }))
  // The popup shows what is stored, whether or not the worker can look for something newer.
  .catch(() => {});
