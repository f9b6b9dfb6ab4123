import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";

/** The spelling of the control. */
export const SAYS_LOCKED = "Set by your organisation";

/** The names of the controls that are described as set by the organisation. */
export function lockedControls(page: ExtensionPage): Promise<string[]> {
  return page.evaluate((locked: string) => {
    const textOf = (id: string) => document.getElementById(id)?.textContent ?? "";
    return [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")]
      .filter((field) =>
        (field.getAttribute("aria-describedby") ?? "").split(" ").some((id) => textOf(id) === locked),
      )
      .map(
        ({ labels, disabled }) => `${labels?.[0]?.textContent}${disabled ? "" : ", but it can be changed"}`,
      );
  }, SAYS_LOCKED);
}
