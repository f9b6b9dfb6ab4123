import { browser } from "wxt/browser";
import type { Message, OpenMessage, Replies } from "./commands.ts";

/**
 * Asks the worker to do something. For pages.
 * @returns when it is done: a request to Cal.com may take 25 s
 * @throws an Error when the worker can't be reached or failed in a way that nobody foresaw
 */
export async function send<M extends OpenMessage>(message: M): Promise<Replies[M["type"]]> {
  return replyTo(message, await browser.runtime.sendMessage(message));
}

/** @throws an Error, without what was sent, when there is none */
export function replyTo<M extends Message>({ type }: M, reply: unknown): Replies[M["type"]] {
  // Chrome makes null of undefined on the way.
  if (reply === undefined || reply === null) throw new Error(`The message "${type}" was not answered.`);
  // Safe: the worker's handlers have this type.
  return reply as Replies[M["type"]];
}
