import { type Browser, browser } from "wxt/browser";
import type { PrivateMessage, Replies } from "./commands.ts";
import type { Sender } from "./router.ts";
import { replyTo } from "./send.ts";

/** Name of the port that such a message comes by. */
const PORT = "private-message";

type Receive = (message: unknown, sender: Sender, respond: (reply: unknown) => void) => true | undefined;

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

/** Makes a listener for `runtime.onConnect`. @param receive a listener for `runtime.onMessage` */
export function receivePrivately(receive: Receive) {
  return (port: Browser.runtime.Port): void => {
    if (port.name !== PORT) return;
    let isOpen = true;
    port.onDisconnect.addListener(() => {
      isOpen = false;
    });
    port.onMessage.addListener((message: unknown) => {
      const answered = receive(message, port.sender ?? {}, (reply) => {
        // A page that was closed meanwhile needs no answer.
        if (!isOpen) return;
        if (reply === undefined) port.disconnect();
        else port.postMessage(reply);
      });
      if (!answered) port.disconnect();
    });
  };
}
