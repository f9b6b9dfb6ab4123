import type { ElementHandle, KeyInput, Page } from "puppeteer-core";
import type { ExtensionPage, Focused } from "./browser-under-test.ts";
import {
  bringToRest,
  type Control,
  chooseOption,
  describeControl,
  isOperable,
  middleOfWindow,
  namesWithSubject,
  prepareTyping,
  readControlState,
  readVisibleText,
} from "./control.ts";
import { poll } from "./poll.ts";
import type { RunFolder } from "./run-folder.ts";
import { within } from "./within.ts";

/** What assistive technology knows an element by: its role, its name or both. */
export type Accessible = { role?: string; name?: string };

/** Every element with this role, this accessible name or both, in the order of the document. */
type FindAccessible = (page: Page, wanted: Accessible) => Promise<ElementHandle[]>;

export function ariaSelector(wanted: Accessible): string {
  // Its parser knows no escapes: what has quotes in it stands between the other ones.
  const quoted = (value: string) => (value.includes('"') ? `'${value}'` : `"${value}"`);
  const conditions = Object.entries(wanted).map(([key, value]) => `[${key}=${quoted(value)}]`);
  // The pseudo-class `::-p-aria` asks through a function in the page, which never answers in a popup of Firefox.
  return `aria/${conditions.join("")}`;
}

/** Asks the browser about the whole page. */
export const findInPage: FindAccessible = async (page, wanted) => {
  const root = await page.evaluateHandle(() => document.documentElement);
  return root.$$(ariaSelector(wanted));
};

/**
 * The elements that a function in the page returns, in its order. From the document of now: Firefox does not tell puppeteer that a
 * popup was loaded again, and what it found by itself would be old.
 */
export async function elementsOf<A extends unknown[]>(
  page: Page,
  inPage: (...args: A) => Element[],
  ...args: A
): Promise<ElementHandle[]> {
  const list = await page.evaluateHandle(`(${inPage})(...${JSON.stringify(args)})`);
  const entries = await list.getProperties();
  return [...entries.values()]
    .map((one) => one.asElement() as ElementHandle | null)
    .filter((one) => one !== null);
}

/** The element of a control at this moment: rather the control itself than its label. */
async function find(
  page: Page,
  findAccessible: FindAccessible,
  control: Control,
): Promise<ElementHandle | undefined> {
  const isSelector = typeof control === "string";
  const candidates = await (isSelector
    ? elementsOf(page, selectAll, control)
    : findNamed(page, findAccessible, control));
  for (const candidate of candidates) if (await candidate.evaluate(isOperable)) return candidate;
  if (candidates.length === 0 && !isSelector && control.role === "textbox") {
    // A password field has no role in Firefox, while Chromium calls it a textbox.
    return find(page, findAccessible, { name: control.name });
  }
  return candidates[0];
}

/** Those with exactly the name, or else those whose names tell also what they are about. */
async function findNamed(
  page: Page,
  findAccessible: FindAccessible,
  { name, ...wanted }: Exclude<Control, string>,
): Promise<ElementHandle[]> {
  const exact = await findAccessible(page, { ...wanted, name });
  if (exact.length > 0) return exact;
  const names = (await page.evaluate(`(${namesWithSubject})(${JSON.stringify(name)})`)) as string[];
  const found = await Promise.all(names.map((one) => findAccessible(page, { ...wanted, name: one })));
  return found.flat();
}

/** Runs in the page. */
const selectAll = (css: string) => [...document.querySelectorAll(css)];

const CLICK_LIMIT_MS = 15_000;

/** What browsers say before they press a button of the mouse, when the element has moved away or was drawn anew. */
const MISSED = /not clickable|out of bounds|detached|stale element|no such (node|element)/i;

/** false for a click that went nowhere, to be aimed again. What else goes wrong is handed back: such a click may have hit. */
async function hasHit(click: Promise<void>): Promise<{ hit: true } | { failed: unknown } | false> {
  try {
    await click;
    return { hit: true };
  } catch (error) {
    if (error instanceof Error && MISSED.test(error.message)) return false;
    return { failed: error };
  }
}

interface PageOptions {
  /** Puppeteer is not told by Firefox where a page is. */
  url: string;
  /**
   * A tab is brought to the front before anything is done in it: one behind another draws nothing, and a click would wait for
   * that for ever. A popup is in front as long as it exists.
   */
  kind: "tab" | "popup";
  run: RunFolder;
  /** Default {@link findInPage}. */
  findAccessible?: FindAccessible;
  focused(): Promise<Focused | null>;
  /** Default as a tab is closed. */
  close?(): Promise<void>;
}

/** A page of either browser behind the interface that tests use. */
export function extensionPage(page: Page, options: PageOptions): ExtensionPage {
  const { url, kind, run, findAccessible = findInPage, focused, close = () => page.close() } = options;
  const findControl = (control: Control) => find(page, findAccessible, control);
  const toFront = async () => void (kind === "tab" && (await page.bringToFront()));
  const call = <T>(source: object | string, args: readonly unknown[] = []) =>
    page.evaluate(`(${source})(...${JSON.stringify(args)})`) as Promise<T>;
  const text = () => call<string>(readVisibleText);
  const enabled = async (control: Control) => {
    const element = await findControl(control);
    const state = await element?.evaluate(readControlState);
    return state?.visible && !state.disabled ? element : undefined;
  };
  const findEnabled = (control: Control) =>
    poll(`${describeControl(control)} in ${url}`, () => enabled(control));
  return {
    url,
    evaluate: (inPage, ...args) => call(inPage, args),
    async click(control) {
      await toFront();
      const click = await poll(`${describeControl(control)} in ${url}`, async () => {
        const element = await enabled(control);
        if (!element || !(await element.evaluate(bringToRest))) return false;
        return hasHit(within(CLICK_LIMIT_MS, `a click on ${describeControl(control)}`, element.click()));
      });
      if ("failed" in click) throw click.failed;
    },
    async type(control, value) {
      await toFront();
      const element = await findEnabled(control);
      await element.evaluate(prepareTyping);
      if (value === "") await page.keyboard.press("Backspace");
      else await page.keyboard.type(value);
    },
    async select(control, option) {
      const element = await findEnabled(control);
      await element.evaluate(chooseOption, option);
    },
    async chooseFile(control, file) {
      const field = await poll(`${describeControl(control)} in ${url}`, () => findControl(control));
      await (field as ElementHandle<HTMLInputElement>).uploadFile(await run.put(file));
    },
    async press(key) {
      await toFront();
      const isShifted = key.startsWith("Shift+");
      const name = isShifted ? key.slice("Shift+".length) : key;
      if (isShifted) await page.keyboard.down("Shift");
      // By this name puppeteer knows it in Chromium only.
      await page.keyboard.press(name === "Space" ? " " : (name as KeyInput));
      if (isShifted) await page.keyboard.up("Shift");
    },
    async wheel(down) {
      await toFront();
      const { x, y } = await call<{ x: number; y: number }>(middleOfWindow);
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY: down });
    },
    state: async (control) => (await (await findControl(control))?.evaluate(readControlState)) ?? null,
    focused,
    async texts(role) {
      const found = await findAccessible(page, { role });
      const states = await Promise.all(found.map((element) => element.evaluate(readControlState)));
      return states.filter(({ visible }) => visible).map((state) => state.text);
    },
    text,
    async screenshot(path, whole) {
      await page.screenshot({ path: path as `${string}.png`, fullPage: whole === "whole" });
    },
    async waitFor(inPage, timeoutMs, ...args) {
      // An element is true in the page, and undefined when it comes out of Firefox.
      const isTrue = `async (...args) => Boolean(await (${inPage})(...args))`;
      await poll(`${inPage} in ${url}`, () => call<boolean>(isTrue, args), timeoutMs);
    },
    async waitForText(wanted, timeoutMs) {
      await poll(`"${wanted}" in ${url}`, async () => (await text()).includes(wanted), timeoutMs);
    },
    close,
  };
}
