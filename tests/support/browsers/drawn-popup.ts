import type { ExtensionPage } from "./browser-under-test.ts";

/** The popup once it answers: what is drawn first is gone on with. */
export async function drawnPopup(page: ExtensionPage): Promise<ExtensionPage> {
  await page.waitFor(
    () =>
      document.readyState === "complete" &&
      document.querySelector("#app:empty") === null &&
      document.querySelector("[data-first]") === null,
  );
  return page;
}
