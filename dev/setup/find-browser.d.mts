/** Types of find-browser.mjs, which must stay plain JavaScript: it runs before anything is installed. */
export type BrowserName = "chromium" | "firefox";
export const VARIABLES: Readonly<Record<BrowserName, string>>;
export function findBrowser(browser: BrowserName, env?: NodeJS.ProcessEnv): string | undefined;
