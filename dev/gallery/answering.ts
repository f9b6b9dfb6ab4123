import type { Page } from "puppeteer-core";
import type { ActionReply } from "../../utils/messages/message.ts";

/** Gives the popup a worker that answers so; one that never does where nothing is said. */
export async function answerWith(page: Page, reply?: ActionReply): Promise<void> {
  await page.evaluate((answer) => {
    type Send = (message: unknown, respond: (reply: unknown) => void) => void;
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: Send } } }).chrome;
    runtime.sendMessage = (_, respond) => {
      if (answer) setTimeout(() => respond(answer), 20);
    };
  }, reply);
}
