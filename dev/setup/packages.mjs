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
  if (!installedByHand(root, lock)) install(root, lock);
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

/**
 * @param {string} root
 * @param {string} lock text of package-lock.json
 */
function install(root, lock) {
  console.error("Installing the npm packages …");
  refuseOldLock(root, lock);
  const { status, output } = npm(root, "ci");
  if (status === 0) return;
  if (!output.includes("EUSAGE")) {
    console.error(output);
    throw new SetupError(
      "npm ci failed, see above. It needs the npm registry and write access to this folder.",
    );
  }
  // A registry that lacks the packages for other systems makes npm ci refuse a lock file that is right for this one.
  const second = npm(root, "install", "--no-save");
  if (second.status === 0) return;
  console.error(output, second.output);
  throw new SetupError(
    "npm install failed, see above. It needs the npm registry and write access to this folder.",
  );
}

/**
 * @param {string} root
 * @param {string} lock
 */
function refuseOldLock(root, lock) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const locked = JSON.parse(lock).packages?.[""] ?? {};
  const asked = Object.entries({ ...dependencies, ...devDependencies });
  const known = { ...locked.dependencies, ...locked.devDependencies };
  const differing = asked.find(([name, range]) => known[name] !== range);
  if (differing) {
    throw new SetupError(
      `package-lock.json does not know ${differing.join("@")}: run "npm install" and commit it.`,
    );
  }
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function npm(root, ...args) {
  // Inside "npm test" npm itself says where it is; the PATH may have another.
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith(".js") ? [process.execPath, [own]] : ["npm", []];
  const { status, error, stdout, stderr } = spawnSync(
    command,
    [...first, ...args, "--no-audit", "--no-fund"],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === "win32" && command === "npm",
    },
  );
  if (error)
    throw new SetupError(`npm could not be started (${error.message}). Install it, e.g. with Node.js.`);
  return { status, output: `${stdout}${stderr}` };
}
