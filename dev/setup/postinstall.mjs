/**
 * Runs after `npm ci` and `npm install`: makes `.wxt/`, which `tsconfig.json` builds upon, so that an editor knows all types.
 * Always ends with 0: whoever only wants the packages must get them.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectNode } from "./runtime.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Not by its name: Node 20 may be the first on the PATH, and WXT needs 22.
const wxt = join(root, "node_modules", "wxt", "bin", "wxt.mjs");

function prepare() {
  const { status, error, stdout, stderr } = spawnSync(projectNode(root), [wxt, "prepare"], {
    cwd: root,
    encoding: "utf8",
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`${error?.message ?? ""}${stdout}${stderr}`.trim());
}

// Without the packages for development (`npm ci --omit=dev`) there is nothing to prepare.
if (existsSync(wxt)) {
  try {
    prepare();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error("The packages are installed, but not the types that editors need: npx wxt prepare");
  }
}
