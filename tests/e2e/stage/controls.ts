import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";
import { byRole } from "../../support/browsers/control.ts";

const FOUND_MS = 30_000;
const MEANT = "[data-meant]";

/**
 * Presses the button of this name that is about this, or the link that looks like one: it is described by an element that says so, or
 * stands in an article with such a heading or with a line that says so. Several have the same name. What stands in a row of a
 * problem that is closed is looked for there.
 */
export async function press(page: ExtensionPage, name: string, about: string): Promise<void> {
  await page.waitFor(markMeant, FOUND_MS, name, about);
  await page.click(MEANT);
}

/** Runs in the page: marks the button that is meant; false while there is none, and opens what it may be in. */
function markMeant(name: string, about: string): boolean {
  for (const old of document.querySelectorAll("[data-meant]")) old.removeAttribute("data-meant");
  const textOf = (id: string) => document.getElementById(id)?.textContent ?? "";
  const seen = (control: HTMLElement) => {
    const copy = control.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll(".visually-hidden")) hidden.remove();
    return copy.textContent?.trim() ?? "";
  };
  // The one problem is told by the headline, and its row says what comes of it.
  const headline = document.querySelector("h1")?.textContent ?? "";
  const only = document.querySelector(".problem-list > article:only-of-type");
  const toldAbove = (article: Element | null | undefined) => (article && article === only ? headline : "");
  const found = [...document.querySelectorAll<HTMLElement>("button, a.button")].find((control) => {
    const description = (control.getAttribute("aria-describedby") ?? "").split(" ").map(textOf).join(" ");
    const article = control.closest("article");
    const heading = textOf(article?.getAttribute("aria-labelledby") ?? "");
    const lines = article?.querySelector(".problem-lines")?.textContent ?? "";
    const whose = [...(article?.querySelectorAll("p.cut") ?? [])].map((line) => line.textContent).join(" ");
    const called = control.getAttribute("aria-label") ?? seen(control);
    const isCalled = called === name || called.startsWith(`${name}, `);
    const told = `${called} ${description} ${heading} ${lines} ${whose} ${toldAbove(article)}`;
    return isCalled && told.includes(about) && control.offsetParent !== null;
  });
  found?.setAttribute("data-meant", "");
  if (found) return true;
  const closed = [...document.querySelectorAll<HTMLElement>(".problem-opener[aria-expanded=false]")].filter(
    (opener) => opener.offsetParent !== null,
  );
  const isAbout = (opener: Element) => {
    const article = opener.closest("article");
    return `${article?.textContent} ${toldAbove(article)}`.includes(about);
  };
  // What rests on another problem is in the row of that, which does not tell of it while it is closed.
  const next =
    closed.find(isAbout) ??
    document.querySelector<HTMLElement>(".more-problems[aria-expanded=false]") ??
    closed.find((opener) => opener.closest("details, .effects") === null);
  next?.click();
  return false;
}

/**
 * Opens the row of the problem that is about this, if it is closed. What no closed row tells, as whose it is, is looked for in each of
 * them.
 */
export async function openProblem(page: ExtensionPage, about: string): Promise<void> {
  await page.waitFor(openProblemAbout, FOUND_MS, about);
}

/** Runs in the page: whether a row about this is open; if it is closed, it is opened. */
function openProblemAbout(about: string): boolean {
  const headline = document.querySelector("h1")?.textContent ?? "";
  const only = document.querySelector(".problem-list > article:only-of-type");
  const openers = [...document.querySelectorAll<HTMLElement>(".problem-opener")].filter((opener) => {
    const article = opener.closest("article");
    const told = article && article === only ? headline : "";
    return opener.offsetParent !== null && `${article?.textContent} ${told}`.includes(about);
  });
  // The row itself rather than the one it stands in.
  const opener = openers.at(-1);
  if (opener?.ariaExpanded === "true") return true;
  const next =
    opener ??
    document.querySelector<HTMLElement>(".more-problems[aria-expanded=false]") ??
    document.querySelector<HTMLElement>(".problem-list > article > * .problem-opener[aria-expanded=false]");
  next?.click();
  return false;
}

/** Shows the rows of all problems, where there are more than the first few. */
export async function showAllProblems(page: ExtensionPage): Promise<void> {
  await page.evaluate(() =>
    document.querySelector<HTMLElement>(".more-problems[aria-expanded=false]")?.click(),
  );
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
