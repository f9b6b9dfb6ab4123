import { report } from "../browser/report.ts";
import type { Message, Replies } from "./message.ts";
import { MessageSchema } from "./schema.ts";
import { isOwnPage, type Sender } from "./sender.ts";

type MessageOf<T extends Message["type"]> = Extract<Message, { type: T }>;
/** What the worker does for each message. */
export type Handlers = { [T in Message["type"]]: (message: MessageOf<T>) => Promise<Replies[T]> };
type Respond = (reply: unknown) => void;

/**
 * Makes a listener for `runtime.onMessage`. A message that is none of ours, or not from one of our own pages, gets no
 * answer. When a handler fails the answer is undefined, which `send` makes an error of.
 */
export function routeMessages(handlers: Handlers) {
  return (message: unknown, sender: Sender, respond: Respond): true | undefined => {
    if (!isOwnPage(sender)) return undefined;
    const parsed = MessageSchema.safeParse(message);
    if (!parsed.success) return undefined;
    handle(handlers, parsed.data).then(respond, (error: unknown) => {
      report(`The message "${parsed.data.type}" could not be answered`, error);
      respond(undefined);
    });
    return true;
  };
}

async function handle<T extends Message["type"]>(
  handlers: Handlers,
  message: MessageOf<T>,
): Promise<Replies[T]> {
  return handlers[message.type as T](message);
}
