import type { ElementHandle, KeyInput, Page } from "puppeteer-core";
import type { ExtensionPage } from "../browser-under-test.ts";
import {
  type Control,
  chooseOption,
  describeControl,
  isOperable,
  prepareTyping,
  readControlState,
  readVisibleText,
} from "../control.ts";
import { poll } from "../poll.ts";
import type { RunFolder } from "../run-folder.ts";
import { within } from "../within.ts";
import { readFocused } from "./focused.ts";

const quoted = (text: string): string => JSON.stringify(text);

function selector(control: Control): string {
  if (typeof control === "string") return control;
  const role = control.role === undefined ? "" : `[role=${quoted(control.role)}]`;
  return `::-p-aria([name=${quoted(control.name)}]${role})`;
}

/** The element of a control at this moment: rather the control itself than its label. */
async function find(page: Page, control: Control): Promise<ElementHandle | undefined> {
  const candidates = (await page.$$(selector(control))) as ElementHandle[];
  for (const candidate of candidates) if (await candidate.evaluate(isOperable)) return candidate;
  return candidates[0];
}

async function findEnabled(page: Page, control: Control): Promise<ElementHandle> {
  return poll(`${describeControl(control)} in ${page.url()}`, async () => {
    const element = await find(page, control);
    const state = await element?.evaluate(readControlState);
    return state?.visible && !state.disabled ? element : undefined;
  });
}

const CLICK_LIMIT_MS = 15_000;

/**
 * A Chromium page behind the interface that both browsers share.
 *
 * @param kind a tab is brought to the front before anything is done in it: one behind another draws nothing, and a click
 * would wait for that for ever. A popup is in front as long as it exists.
 */
export function chromiumPage(page: Page, kind: "tab" | "popup", run: RunFolder): ExtensionPage {
  const toFront = async () => void (kind === "tab" && (await page.bringToFront()));
  const call = <T>(source: object, args: readonly unknown[] = []) =>
    page.evaluate(`(${source})(...${JSON.stringify(args)})`) as Promise<T>;
  const text = () => call<string>(readVisibleText);
  return {
    url: page.url(),
    evaluate: (inPage, ...args) => call(inPage, args),
    async click(control) {
      await toFront();
      const element = await findEnabled(page, control);
      // The end of a page may lie under something that sticks there.
      await element.evaluate((one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
      await within(CLICK_LIMIT_MS, `a click on ${describeControl(control)}`, element.click());
    },
    async type(control, value) {
      await toFront();
      const element = await findEnabled(page, control);
      await element.evaluate(prepareTyping);
      if (value === "") await page.keyboard.press("Backspace");
      else await page.keyboard.type(value);
    },
    async select(control, option) {
      const element = await findEnabled(page, control);
      await element.evaluate(chooseOption, option);
    },
    async chooseFile(control, file) {
      const field = await poll(`${describeControl(control)} in ${page.url()}`, () => find(page, control));
      await (field as ElementHandle<HTMLInputElement>).uploadFile(await run.put(file));
    },
    async press(key) {
      await toFront();
      await page.keyboard.press(key as KeyInput);
    },
    state: async (control) => (await (await find(page, control))?.evaluate(readControlState)) ?? null,
    focused: () => readFocused(page),
    async texts(role) {
      const found = await page.$$(`::-p-aria([role=${quoted(role)}])`);
      const states = await Promise.all(found.map((element) => element.evaluate(readControlState)));
      return states.filter(({ visible }) => visible).map((state) => state.text);
    },
    text,
    async screenshot(path, whole) {
      await page.screenshot({ path: path as `${string}.png`, fullPage: whole === "whole" });
    },
    async waitFor(inPage, timeoutMs, ...args) {
      await poll(`${inPage} in ${page.url()}`, () => call<boolean>(inPage, args), timeoutMs);
    },
    async waitForText(wanted, timeoutMs) {
      await poll(`"${wanted}" in ${page.url()}`, async () => (await text()).includes(wanted), timeoutMs);
    },
    close: () => page.close(),
  };
}
