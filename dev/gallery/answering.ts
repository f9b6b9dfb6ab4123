import type { Page } from "puppeteer-core";
import type { BookingsNews } from "../../utils/messaging/bookings.ts";
import type { ActionReply, SetUpProblem } from "../../utils/messaging/replies.ts";

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

/** Gives a page a worker that does not connect any account, and a person who allows every server. */
export async function refuseKeys(page: Page, problem: SetUpProblem): Promise<void> {
  await page.evaluate(
    (reply) => {
      type Chrome = { runtime: { connect: unknown }; permissions: { request: unknown } };
      const { runtime, permissions } = (globalThis as unknown as { chrome: Chrome }).chrome;
      permissions.request = () => Promise.resolve(true);
      runtime.connect = () => ({
        onDisconnect: { addListener: () => {} },
        onMessage: {
          addListener: (listen: (message: unknown) => void) => setTimeout(() => listen(reply), 20),
        },
        postMessage: () => {},
        disconnect: () => {},
      });
    },
    { ok: false, problem },
  );
}

/** Gives the popup a worker that tells this of bookings, and `links` when it is asked for those. */
export async function tellOfBookings(page: Page, news: BookingsNews[], links: BookingsNews): Promise<void> {
  await page.evaluate(
    (told, ofLinks) => {
      type Chrome = { runtime: { connect: unknown } };
      const { runtime } = (globalThis as unknown as { chrome: Chrome }).chrome;
      runtime.connect = () => {
        let listener = (_: unknown) => {};
        return {
          onDisconnect: { addListener: () => {} },
          onMessage: {
            addListener: (listen: typeof listener) => {
              listener = listen;
            },
          },
          postMessage: ({ type }: { type: string }) => {
            const answers = type === "look" ? told : type === "links" ? [ofLinks] : [];
            for (const answer of answers) setTimeout(() => listener(answer), 20);
          },
          disconnect: () => {},
        };
      };
    },
    news,
    links,
  );
}
