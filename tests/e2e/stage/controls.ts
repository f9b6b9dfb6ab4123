import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";
import { byRole } from "../../support/browsers/control.ts";

const FOUND_MS = 30_000;
const MEANT = "[data-meant]";

/**
 * Presses the button of this name that is about this, or the link that looks like one: it is described by an element that says so, or
 * stands in an article with such a heading or with a line that says whose it is. Several have the same name.
 */
export async function press(page: ExtensionPage, name: string, about: string): Promise<void> {
  await page.waitFor(markMeant, FOUND_MS, name, about);
  await page.click(MEANT);
}

/** Runs in the page: marks the button that is meant; false while there is none. */
function markMeant(name: string, about: string): boolean {
  for (const old of document.querySelectorAll("[data-meant]")) old.removeAttribute("data-meant");
  const textOf = (id: string) => document.getElementById(id)?.textContent ?? "";
  const seen = (control: HTMLElement) => {
    const copy = control.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll(".visually-hidden")) hidden.remove();
    return copy.textContent?.trim();
  };
  const found = [...document.querySelectorAll<HTMLElement>("button, a.button")].find((control) => {
    const description = (control.getAttribute("aria-describedby") ?? "").split(" ").map(textOf).join(" ");
    const article = control.closest("article");
    const heading = textOf(article?.getAttribute("aria-labelledby") ?? "");
    const whose = [...(article?.querySelectorAll("p.cut") ?? [])].map((line) => line.textContent).join(" ");
    const called = control.getAttribute("aria-label") ?? seen(control);
    const told = `${description} ${heading} ${whose}`;
    return called === name && told.includes(about) && control.offsetParent !== null;
  });
  found?.setAttribute("data-meant", "");
  return found !== undefined;
}

/** Opens the menu of the account that is called so, and chooses from it. Without a name: of the only one. */
export async function choose(page: ExtensionPage, entry: string, account = ""): Promise<void> {
  await page.waitFor(markMenu, FOUND_MS, account);
  await page.click(MEANT);
  await page.click(byRole("menuitem", entry));
}

/** Runs in the page: marks the button of the menu of that account; false while there is none. */
function markMenu(account: string): boolean {
  for (const old of document.querySelectorAll("[data-meant]")) old.removeAttribute("data-meant");
  const rows = [...document.querySelectorAll("article.account")];
  const row = rows.find((one) => account === "" || one.querySelector("h3")?.textContent === account);
  const button = row?.querySelector("[aria-haspopup=menu]");
  button?.setAttribute("data-meant", "");
  return button !== null && button !== undefined;
}

/** Opens a fold of the popup: what is only worth a look, or what is marked as expected. */
export async function openFold(page: ExtensionPage, fold: "notice" | "check"): Promise<void> {
  const summary = `.fold-${fold} > summary`;
  await page.waitFor((selector: string) => document.querySelector(selector) !== null, FOUND_MS, summary);
  await page.click(summary);
}

export async function waitUntilGone(page: ExtensionPage, text: string): Promise<void> {
  await page.waitFor((gone: string) => !document.body.textContent?.includes(gone), FOUND_MS, text);
}
