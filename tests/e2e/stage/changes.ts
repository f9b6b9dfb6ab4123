import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";
import { byRole } from "../../support/browsers/control.ts";
import { poll } from "../../support/browsers/poll.ts";

/** Cal.com may be slow, and have to be left alone for a while first. */
const DONE_MS = 60_000;
/** What was said of the interaction before goes with the next one: it may be about to. */
const LEFT_OVER_MS = 3_000;
/** A click that has hit is heard in the page at once; a busy machine may take its time. */
const SOON_MS = 5_000;

type Reading = { text(): Promise<string>; waitForText(text: string, timeoutMs?: number): Promise<unknown> };

const has = async (page: Reading, text: string) => (await page.text()).includes(text);

/**
 * Does something that brings a text to the page, and waits for it.
 * @throws when the text stands there before, also as a part of another: to wait for it would be to wait for nothing
 */
export async function brings(page: Reading, text: string, interact: () => Promise<unknown>): Promise<void> {
  const isFree = async () => !(await has(page, text));
  await poll(`"${text}" not to be there before anything is done`, isFree, LEFT_OVER_MS);
  await interact();
  await page.waitForText(text);
}

/** Does something that takes a text away, and waits until it is gone. @throws when it is not there before */
export async function takesAway(
  page: Reading,
  text: string,
  interact: () => Promise<unknown>,
): Promise<void> {
  await page.waitForText(text);
  await interact();
  await poll(`"${text}" to go`, async () => !(await has(page, text)));
}

/** Presses a button that starts something, and waits until that has begun and is over. */
export async function pressUntilDone(page: ExtensionPage, name: string): Promise<void> {
  const hasBeenBusy = await watchBusy(page);
  await poll(`a click on "${name}" to hit it`, async () => {
    await page.click(byRole("button", name));
    // What moves away between the mouse's down and up gets no click, and nothing has happened: it is aimed at again.
    return soon(() => page.evaluate(hasHit, name));
  });
  await poll(`"${name}" to have begun and to be over`, hasBeenBusy, DONE_MS);
}

/** Whether something becomes true within a few seconds. */
async function soon(isSo: () => Promise<boolean>): Promise<boolean> {
  return poll("it to be so", isSo, SOON_MS).catch(() => false);
}

/**
 * Watches the page from now on. Nothing is busy either before something has begun or after it is over; only who watches can
 * tell the one from the other.
 * @returns whether something has been busy since and nothing is any more
 */
export async function watchBusy(page: ExtensionPage): Promise<() => Promise<boolean>> {
  await page.evaluate(noteBusy);
  return () => page.evaluate(isOver);
}

type Noting = { hasBegun?: boolean; clicked?: string[] };

/** Runs in the page. */
function noteBusy(): void {
  const noting = globalThis as Noting;
  const clicked: string[] = [];
  Object.assign(noting, { hasBegun: false, clicked });
  new MutationObserver((changes) => {
    noting.hasBegun ||= changes.some(
      ({ target, oldValue }) => oldValue === "true" || (target as Element).ariaBusy === "true",
    );
  }).observe(document.body, { subtree: true, attributeFilter: ["aria-busy"], attributeOldValue: true });
  // Before the button itself hears of it and says something else.
  const hear = ({ target }: Event) => {
    const button = (target as Element).closest("button");
    clicked.push(button?.ariaLabel ?? button?.textContent ?? "");
  };
  addEventListener("click", hear, { capture: true });
}

/** Runs in the page: whether a button that was called so has been clicked. */
function hasHit(name: string): boolean {
  return (globalThis as Noting).clicked?.includes(name) ?? false;
}

/** Runs in the page. */
function isOver(): boolean {
  return (globalThis as Noting).hasBegun === true && document.querySelector("[aria-busy=true]") === null;
}
