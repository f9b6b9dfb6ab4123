import type { Page } from "puppeteer-core";
import type { ActionReply } from "../../utils/messaging/replies.ts";

/** Gives the popup a worker that answers so; one that never does where nothing is said. */
export async function answerWith(page: Page, reply?: ActionReply): Promise<void> {
  await page.evaluate((answer) => {
    type Respond = (reply: unknown) => void;
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: unknown } } }).chrome;
    // With a promise for an answer, or with a function that is called with it.
    runtime.sendMessage = (_: unknown, respond?: Respond) =>
      new Promise((resolve) => {
        if (answer) setTimeout(() => (respond ?? resolve)(answer), 20);
      });
  }, reply);
}
