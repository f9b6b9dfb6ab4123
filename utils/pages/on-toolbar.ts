import { browser } from "wxt/browser";

/** Whether the button is seen all the time. True as well where the browser does not tell. */
export async function isOnToolbar(): Promise<boolean> {
  if (import.meta.env.FIREFOX) return true;
  return browser.action.getUserSettings().then(
    ({ isOnToolbar }) => isOnToolbar !== false,
    () => true,
  );
}
