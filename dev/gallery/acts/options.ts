import type { Page } from "puppeteer-core";
import { press } from "./press.ts";

export async function openMenu(page: Page): Promise<void> {
  await page.click(".account .more");
  await page.waitForSelector("[role=menu]");
}

/** @param name of an entry of an account's menu */
export function choose(name: string) {
  return async (page: Page) => {
    await openMenu(page);
    await page.click(`::-p-aria([name="${name}"][role="menuitem"])`);
  };
}

export async function changeInterval(page: Page): Promise<void> {
  await page.select(`::-p-aria([name="Check every"])`, "60");
  await page.waitForSelector(".outcome.error");
}

export async function importNothing(page: Page): Promise<void> {
  const input = await page.waitForSelector("input[type=file]");
  await input?.uploadFile("package.json");
  await page.waitForSelector("[role=alert]");
}

export async function openDetails(page: Page): Promise<void> {
  await press("Copy details")(page);
  await page.waitForSelector(".details-text");
}

/** @param act something to do once the history is there */
export function inHistory(act: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await page.evaluate(() => {
      location.hash = "history";
    });
    await page.waitForSelector(".history .bar");
    await act(page);
  };
}

export async function tellOfDay(page: Page): Promise<void> {
  await page.focus("[role=slider]");
  await page.waitForSelector(".day-told");
}
