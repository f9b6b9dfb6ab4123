import type { ConnectForm, ConnectReply } from "../../utils/messaging/message.ts";
import { send } from "../../utils/messaging/send.ts";

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
  return send({ type: "connect", form });
}
