import { browser } from "wxt/browser";
import type { PrivateMessage, PrivatePort, Replies } from "./commands.ts";
import { replyTo } from "./send.ts";

const PORT: PrivatePort = "private-message";

/**
 * Sends a message that holds a key, by a port of its own, which only the worker listens to: `runtime.sendMessage` tells every
 * open page of the extension what is sent to the worker. Answered like others. @see send
 */
export async function sendPrivately<M extends PrivateMessage>(message: M): Promise<Replies[M["type"]]> {
  const port = browser.runtime.connect({ name: PORT });
  const reply = await new Promise((resolve) => {
    port.onDisconnect.addListener(() => resolve(undefined));
    port.onMessage.addListener((reply: unknown) => {
      port.disconnect();
      resolve(reply);
    });
    port.postMessage(message);
  });
  return replyTo(message, reply);
}
