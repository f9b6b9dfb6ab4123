import { startPage } from "../../components/page/start-page.tsx";
import { loadFirstParts } from "../../components/popup/lazy-parts.ts";
import { PopupPage } from "../../components/popup/PopupPage.tsx";
import { t } from "../../utils/copy/i18n.ts";
import { send } from "../../utils/messaging/send.ts";
import { openPlace } from "../../utils/pages/place.ts";
import type { StoredResult } from "../../utils/screen/stored.ts";

async function prepare(first: StoredResult): Promise<void> {
  if (first.ok) await Promise.all([loadFirstParts(first.stored), openPlace()]);
}

startPage(t("extName"), PopupPage, prepare)
  .then(() => send({ type: "popup-opened" }))
  // The popup shows what is stored, whether or not the worker can look for something newer.
  .catch(() => {});
