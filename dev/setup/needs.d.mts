/** Types of needs.mjs, which must stay plain JavaScript: it runs before anything is installed. */
import type { BrowserName } from "./find-browser.mjs";
export function browsersFor(script: string, args: readonly string[]): BrowserName[];
