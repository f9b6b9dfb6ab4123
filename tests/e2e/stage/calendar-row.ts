import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";

const DONE_MS = 40_000;

export interface RowState {
  /** null where there is no switch. */
  isChecked: boolean | null;
  /** Whether anything is under way in the row. */
  isBusy: boolean;
  /** Why nothing came of what was asked for in the row. */
  alert: string | null;
  text: string;
}

/** How the row of a calendar looks at this moment; null when there is none with this name. */
export function rowOf(page: ExtensionPage, name: string): Promise<RowState | null> {
  return page.evaluate((wanted: string) => {
    const row = [...document.querySelectorAll("li.calendar")].find(
      (one) => one.querySelector(".calendar-name")?.textContent === wanted,
    );
    if (!row) return null;
    const checked = row.querySelector("[role=switch]")?.getAttribute("aria-checked") ?? null;
    return {
      isChecked: checked === null ? null : checked === "true",
      isBusy: row.querySelector("[aria-busy=true]") !== null,
      alert: row.querySelector("[role=alert]")?.textContent ?? null,
      text: row.textContent ?? "",
    };
  }, name);
}

/** Presses the switch in the row, not the button of the same name in a card about the calendar. */
export async function pressSwitch(page: ExtensionPage, name: string): Promise<void> {
  await page.waitFor(markSwitch, DONE_MS, name);
  await page.click("[data-switch]");
}

/** Runs in the page: marks the switch that is meant; false while there is none. */
function markSwitch(wanted: string): boolean {
  for (const old of document.querySelectorAll("[data-switch]")) old.removeAttribute("data-switch");
  const row = [...document.querySelectorAll("li.calendar")].find(
    (one) => one.querySelector(".calendar-name")?.textContent === wanted,
  );
  const found = row?.querySelector("[role=switch]");
  found?.setAttribute("data-switch", "");
  return found !== undefined && found !== null;
}

/** Waits until nothing is under way in the row and its switch is like this. */
export function waitForSwitch(page: ExtensionPage, name: string, isChecked: boolean): Promise<void> {
  return page.waitFor(
    (wanted: string, checked: boolean) => {
      const row = [...document.querySelectorAll("li.calendar")].find(
        (one) => one.querySelector(".calendar-name")?.textContent === wanted,
      );
      const control = row?.querySelector("[role=switch]");
      return (
        control?.getAttribute("aria-checked") === `${checked}` && !row?.querySelector("[aria-busy=true]")
      );
    },
    DONE_MS,
    name,
    isChecked,
  );
}

/** Opens what can be done with a calendar besides checking it for conflicts. */
export async function openRow(page: ExtensionPage, name: string): Promise<void> {
  await page.waitForText(name);
  await page.click({ role: "button", name: `More about ${name}` });
  await page.waitFor(hasPanel, DONE_MS, name);
}

/** Runs in the page: whether this row is open; another one may be, too. */
function hasPanel(wanted: string): boolean {
  return [...document.querySelectorAll("li.calendar")].some(
    (row) => row.querySelector(".calendar-name")?.textContent === wanted && row.querySelector(".row-panel"),
  );
}
