import type { Browser as WebExtensionApi } from "webextension-polyfill";
import type { ConnectForm, PrivateMessage } from "../../../utils/messaging/commands.ts";
import { poll } from "../../support/browsers/poll.ts";
import { KEY, type Stage } from "./stage.ts";

/**
 * Connects the demo account with the message of the set-up form, and waits for its first answer. For what is not about the form: to
 * open and draw a page for it costs as much computing as ten checks.
 */
export async function connect(stage: Stage): Promise<void> {
  const form: ConnectForm = { key: KEY, region: "us", apiUrl: "", webUrl: "", keyIn: "local" };
  const reply = await stage.browser.inExtension(askPrivately, { type: "connect", form });
  if (!reply?.ok) throw new Error(`Not connected: ${JSON.stringify(reply)}`);
  // What is told of it next rests on how it was at first.
  await poll("the first check to be over", () => stage.browser.inExtension(isChecked));
}

/** Runs in the extension. @see sendPrivately */
function askPrivately(
  { runtime }: WebExtensionApi,
  message: PrivateMessage,
): Promise<{ ok: boolean } | undefined> {
  const port = runtime.connect({ name: "private-message" });
  return new Promise((resolve) => {
    port.onDisconnect.addListener(() => resolve(undefined));
    port.onMessage.addListener((reply) => resolve(reply as { ok: boolean }));
    port.postMessage(message);
  });
}

/** Runs in the extension: whether Cal.com was asked about every account. */
async function isChecked({ storage }: WebExtensionApi): Promise<boolean> {
  const all = (await storage.local.get(null)) as Record<string, unknown>;
  const { accounts } = all.accounts as { accounts: { id: string }[] };
  return accounts.every(({ id }) => {
    const status = all[`status:${id}`] as { state: { lastAttemptAt: number | null } } | undefined;
    return typeof status?.state.lastAttemptAt === "number";
  });
}
