import type { Page } from "puppeteer-core";

interface Act {
  page: "popup" | "options";
  /** The state that it starts from. */
  from: string;
  state: string;
  act: (page: Page) => Promise<void>;
}

const press = (name: string) => async (page: Page) => {
  await page.click(`::-p-aria([name="${name}"][role="button"])`);
};

/** What a person does with the pages. The worker of the gallery is still, so nothing gets an answer. */
export const ACTS: readonly Act[] = [
  { page: "popup", from: "setup", state: "set-up-without-key", act: press("Connect") },
  { page: "popup", from: "setup", state: "set-up-self-hosted", act: selfHosted },
  { page: "popup", from: "rejected", state: "replace-key", act: press("Replace key") },
  { page: "popup", from: "thousand-calendars", state: "filtered", act: filter("team 3-1") },
  { page: "popup", from: "thousand-calendars", state: "filtered-empty", act: filter("nowhere") },
  { page: "options", from: "setup", state: "set-up-self-hosted", act: selfHosted },
  { page: "options", from: "all-well", state: "replace-key", act: press("Replace key") },
  { page: "options", from: "all-well", state: "remove", act: press("Remove") },
  { page: "options", from: "all-well", state: "not-saved", act: changeInterval },
];

async function selfHosted(page: Page): Promise<void> {
  await page.type(`::-p-aria([name="API key"][role="textbox"])`, "cal_live_0123456789");
  await page.select("select[name=region]", "self-hosted");
  await page.type(`::-p-aria([name="API URL"])`, "http://cal.example.org");
  await press("Connect")(page);
  await page.waitForSelector("[role=alert]");
}

function filter(text: string) {
  return async (page: Page) => {
    await page.type(`::-p-aria([name="Filter calendars"])`, text);
  };
}

async function changeInterval(page: Page): Promise<void> {
  await page.select(`::-p-aria([name="Check every"])`, "60");
  await page.waitForSelector(".outcome.error");
}
