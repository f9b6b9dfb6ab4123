import type { Browser as WebExtensionApi } from "webextension-polyfill";
import type { ConnectForm, PrivateMessage, PrivatePort } from "../../../utils/messaging/commands.ts";
import { KEY, type Stage } from "./stage.ts";

/**
 * Connects the demo account with the message of the set-up form, which is answered after the first check. For what is not about the
 * form: to open and draw a page for it costs as much computing as ten checks.
 */
export async function connect(stage: Stage): Promise<void> {
  const form: ConnectForm = { key: KEY, region: "us", apiUrl: "", webUrl: "", keyIn: "local" };
  const reply = await stage.browser.inExtension(askPrivately, { type: "connect", form });
  if (!reply?.ok) throw new Error(`Not connected: ${JSON.stringify(reply)}`);
}

/** Runs in the extension. @see sendPrivately */
function askPrivately(
  { runtime }: WebExtensionApi,
  message: PrivateMessage,
): Promise<{ ok: boolean } | undefined> {
  const port = runtime.connect({ name: "private-message" satisfies PrivatePort });
  return new Promise((resolve) => {
    port.onDisconnect.addListener(() => resolve(undefined));
    port.onMessage.addListener((reply) => {
      // A port that stays open would keep the worker from going idle.
      port.disconnect();
      resolve(reply as { ok: boolean });
    });
    port.postMessage(message);
  });
}
