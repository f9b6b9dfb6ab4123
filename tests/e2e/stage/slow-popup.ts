import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtExtension } from "../../support/browsers/build.ts";
import { BROWSER } from "./stage.ts";

const PAGE = "popup.html";
const FIRST_SCRIPT = 'src="/popup-first.js"';

/** A copy of the build whose popup is drawn that much after it is loaded, in ms. @returns its folder, to be removed */
export async function slowPopupBuild(delay: number): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "calendar-status-slow-"));
  await cp(builtExtension(BROWSER), dir, { recursive: true });
  const html = await readFile(join(dir, PAGE), "utf8");
  if (!html.includes(FIRST_SCRIPT)) throw new Error(`${PAGE} loads no script that can be delayed.`);
  await writeFile(join(dir, PAGE), html.replace(FIRST_SCRIPT, 'src="/slow.js"'));
  await writeFile(join(dir, "slow.js"), `(${laterScript})(${delay});\n`);
  return dir;
}

/** Runs in the page, in the place of its first script. */
function laterScript(delay: number): void {
  const { rest = "" } = document.currentScript?.dataset ?? {};
  setTimeout(() => {
    const script = document.createElement("script");
    script.dataset.rest = rest;
    script.src = "/popup-first.js";
    document.body.append(script);
  }, delay);
}
