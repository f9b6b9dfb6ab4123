import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtExtension } from "../../support/browsers/build.ts";
import { BROWSER } from "./stage.ts";

const PAGE = "popup.html";
const ENTRY = /src="(\/chunks\/popup-[^"]+)"/;

/** A copy of the build whose popup is drawn that much after it is loaded, in ms. @returns its folder, to be removed */
export async function slowPopupBuild(delay: number): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "calendar-status-slow-"));
  await cp(builtExtension(BROWSER), dir, { recursive: true });
  const html = await readFile(join(dir, PAGE), "utf8");
  const [, entry] = ENTRY.exec(html) ?? [];
  if (!entry) throw new Error(`${PAGE} loads no module that can be delayed.`);
  await writeFile(join(dir, PAGE), html.replace(ENTRY, 'src="/slow.js"'));
  await writeFile(join(dir, "slow.js"), `setTimeout(() => import("${entry}"), ${delay});\n`);
  return dir;
}
