import { browser } from "wxt/browser";
import type { Message, Replies } from "./message.ts";
import { isPrivate, sendPrivately } from "./private-message.ts";

/**
 * Asks the worker to do something. For pages.
 * @returns when it is done: a request to Cal.com may take 25 s
 * @throws an Error when the worker can't be reached or failed in a way that nobody foresaw
 */
export async function send<M extends Message>(message: M): Promise<Replies[M["type"]]> {
  const reply: unknown = isPrivate(message)
    ? await sendPrivately(message)
    : await browser.runtime.sendMessage(message);
  // Chrome makes null of undefined on the way.
  if (reply === undefined || reply === null)
    throw new Error(`The message "${message.type}" was not answered.`);
  return reply as Replies[M["type"]];
}
