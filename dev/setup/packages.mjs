import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "./setup-error.mjs";

/**
 * Installs the npm packages unless exactly those of package-lock.json are there.
 *
 * @param {string} root folder of the project
 * @throws {SetupError}
 */
export function ensurePackages(root) {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const hash = createHash("sha256").update(lock).digest("hex");
  // Times of files say nothing here: a git checkout makes an old lock file new.
  const stamp = join(root, "node_modules", ".installed-lock");
  if (readIfThere(stamp) === hash) return;
  if (!installedByHand(root, lock)) runNpmCi(root);
  writeFileSync(stamp, hash);
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/**
 * Whether somebody ran npm already: then its own record of node_modules agrees with the lock file.
 *
 * @param {string} root
 * @param {string} lock text of package-lock.json
 */
function installedByHand(root, lock) {
  const record = readIfThere(join(root, "node_modules", ".package-lock.json"));
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages ?? {};
  return Object.entries(JSON.parse(lock).packages ?? {}).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    // Packages for other platforms are in the lock file and rightly not here.
    if (!(path in installed)) return entry.optional === true;
    return installed[path].version === entry.version;
  });
}

/** @param {string} root */
function runNpmCi(root) {
  console.error("Installing the npm packages (npm ci) …");
  // Inside "npm test" npm itself says where it is; the PATH may have another.
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const { status, error } = spawnSync(command, [...args, "ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && command === "npm",
  });
  if (error)
    throw new SetupError(`npm could not be started (${error.message}). Install npm, e.g. with Node.js.`);
  if (status !== 0) {
    throw new SetupError(
      "npm ci failed, see above. It needs the npm registry and write access to this folder.",
    );
  }
}
