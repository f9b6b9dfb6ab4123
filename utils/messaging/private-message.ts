import { type Browser, browser } from "wxt/browser";
import type { Message } from "./message.ts";
import type { Sender } from "./sender.ts";

/** Name of the port that such a message comes by. */
const PORT = "private-message";

type Receive = (message: unknown, sender: Sender, respond: (reply: unknown) => void) => true | undefined;

/** Whether it holds a key. `runtime.sendMessage` tells every open page of the extension what is sent to the worker. */
export function isPrivate(message: Message): boolean {
  return message.type === "connect" || message.type === "replace-key";
}

/** Sends a message by a port of its own, which only the worker listens to. @returns undefined when it is not answered */
export function sendPrivately(message: Message): Promise<unknown> {
  const port = browser.runtime.connect({ name: PORT });
  return new Promise((resolve) => {
    port.onDisconnect.addListener(() => resolve(undefined));
    port.onMessage.addListener((reply: unknown) => {
      port.disconnect();
      resolve(reply);
    });
    port.postMessage(message);
  });
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
