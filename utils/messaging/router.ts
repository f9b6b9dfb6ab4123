import { type Browser, browser } from "wxt/browser";
import { report } from "../browser/report.ts";
import {
  type CommandId,
  type Handlers,
  type MessageOf,
  MessageSchema,
  type PrivatePort,
  type Replies,
} from "./commands.ts";

/** The part of `runtime.MessageSender` that tells who it is. */
interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

type Respond = (reply: unknown) => void;
type Receive = (message: unknown, sender: Sender, respond: Respond) => true | undefined;

const PRIVATE_PORT: PrivatePort = "private-message";

/**
 * Makes a listener for `runtime.onMessage`. A message that is none of ours, or not from one of our own pages, gets no
 * answer. When a handler fails the answer is undefined, which `send` makes an error of.
 * @param after what has to be over before anything is done
 */
export function routeMessages(handlers: Handlers, { after }: { after: Promise<unknown> }): Receive {
  return (message, sender, respond) => {
    if (!isOwnPage(sender)) return undefined;
    const parsed = MessageSchema.safeParse(message);
    if (!parsed.success) return undefined;
    const answer = after.then(() => handle(handlers, parsed.data));
    answer.then(respond, (error: unknown) => {
      report(`The message "${parsed.data.type}" could not be answered`, error);
      respond(undefined);
    });
    return true;
  };
}

async function handle<T extends CommandId>(handlers: Handlers, message: MessageOf<T>): Promise<Replies[T]> {
  return handlers[message.type as T](message);
}

/** Whether a message comes from one of the extension's own pages: not from a web page, not from another extension. */
export function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && (sender.url?.startsWith(browser.runtime.getURL("")) ?? false);
}

/** Makes a listener for `runtime.onConnect`. @param receive a listener for `runtime.onMessage` */
export function receivePrivately(receive: Receive) {
  return (port: Browser.runtime.Port): void => {
    if (port.name !== PRIVATE_PORT) return;
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
