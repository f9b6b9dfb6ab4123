import type { Page } from "puppeteer-core";
import type { SetUpProblem } from "../../../utils/messaging/replies.ts";
import { refuseKeys } from "../answering.ts";
import { livedIn } from "../states/lived-in.ts";
import { press } from "./press.ts";

/** @param apiUrl of a server of one's own; null for Cal.com */
export function connecting(apiUrl: string | null) {
  return async (page: Page) => {
    await page.type(`::-p-aria([name="API key"][role="textbox"])`, "cal_live_0123456789");
    if (apiUrl !== null) {
      await page.select("select[name=region]", "self-hosted");
      await page.type(`::-p-aria([name="API URL"])`, apiUrl);
    }
    await press("Connect")(page);
    await page.waitForSelector("[role=alert]");
  };
}

/** The end of the set-up: what the worker would have stored by then. */
export async function beConnected(page: Page): Promise<void> {
  await page.evaluate(async (records) => {
    const { storage } = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
    await storage.local.set(records);
  }, livedIn.offer());
  await page.waitForSelector(".connected");
}

export function refused(problem: SetUpProblem) {
  return async (page: Page) => {
    await refuseKeys(page, problem);
    await connecting(problem.problem === "wrongKeyOrRegion" ? null : "https://cal.example.org/api/v2")(page);
  };
}
