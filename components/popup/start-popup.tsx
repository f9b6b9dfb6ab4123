import { t } from "../../utils/copy/i18n.ts";
import { send } from "../../utils/messaging/send.ts";
import { openPlace } from "../../utils/pages/place.ts";
import type { StoredResult } from "../../utils/screen/stored.ts";
import { startPage } from "../page/start-page.tsx";
import { endFirstScreen } from "./first-screen/end-first-screen.ts";
import { loadFirstParts } from "./lazy-parts.ts";
import { PopupPage } from "./PopupPage.tsx";

/** Draws the popup from the whole store, in the place of its first screen if there is one, and asks for something newer. */
export async function startPopup(): Promise<void> {
  const app = await startPage(t("extName"), PopupPage, prepare);
  endFirstScreen(app);
  // The popup shows what is stored, whether or not the worker can look for something newer.
  await send({ type: "popup-opened" }).catch(() => {});
}

async function prepare(first: StoredResult): Promise<void> {
  if (first.ok) await Promise.all([loadFirstParts(first.stored), openPlace()]);
}
