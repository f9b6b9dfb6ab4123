import type { ConnectForm } from "../../utils/messaging/commands.ts";
import { sendPrivately } from "../../utils/messaging/private-message.ts";
import type { ConnectReply } from "../../utils/messaging/replies.ts";

/**
 * Connects an account once the person has answered the browser's question.
 * @param allowed the answer; asked by the caller, since browsers ask only straight from a click
 */
export async function askAndConnect(
  allowed: Promise<boolean>,
  form: ConnectForm,
  onAnswered: () => void,
): Promise<ConnectReply> {
  const isAllowed = await allowed;
  onAnswered();
  if (!isAllowed) return { ok: false, problem: { problem: "noPermission" } };
  return sendPrivately({ type: "connect", form });
}
