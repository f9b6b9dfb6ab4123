/** @typedef {import("./find-browser.mjs").BrowserName} BrowserName */

/** The stage of the test run that starts browsers. */
const BROWSER_STAGE = "browsers";

/**
 * Which browsers a script of this project will start.
 *
 * @param {string} script path from the project's folder
 * @param {readonly string[]} args
 * @returns {BrowserName[]}
 */
export function browsersFor(script, args) {
  const browser = option(args, "--browser");
  if (script === "dev/demo/main.ts") return [browser === "firefox" ? "firefox" : "chromium"];
  if (
    script === "dev/gallery/main.ts" ||
    script === "dev/e2e/main.ts" ||
    script === "dev/faults/main.ts" ||
    script === "bench/main.ts"
  )
    return browser === "firefox" || browser === "chromium" ? [browser] : ["chromium", "firefox"];
  if (script === "dev/icons/draw.ts" || script === "dev/store/main.ts") return ["chromium"];
  if (script !== "dev/test/main.ts") return [];
  const only = option(args, "--only");
  const stages = only?.split(",").map((stage) => stage.trim()) ?? [BROWSER_STAGE];
  return stages.includes(BROWSER_STAGE) ? ["chromium", "firefox"] : [];
}

/**
 * @param {readonly string[]} args
 * @param {string} name
 */
function option(args, name) {
  const at = args.indexOf(name);
  if (at >= 0) return args[at + 1];
  return args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
}
