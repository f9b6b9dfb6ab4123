import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { SetupError } from "./setup-error.mjs";

/** The first Node that runs TypeScript files as they are, without a flag. */
const [MAJOR, MINOR] = [22, 18];

/** @param {string | undefined} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = (version ?? "").replace(/^v/, "").split(".").map(Number);
  return major > MAJOR || (major === MAJOR && minor >= MINOR);
}

/**
 * The Node to run the project's scripts with: the one of the npm package `node`, whatever the machine has.
 *
 * @param {string} root
 * @returns {string}
 * @throws {SetupError}
 */
export function projectNode(root) {
  const own = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  const { stdout } = spawnSync(own, ["--version"], { encoding: "utf8" });
  if (isNewEnough(stdout?.trim())) return own;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new SetupError(
    `The npm package "node" is incomplete: its install script did not run, and Node ${process.versions.node} is too ` +
      `old for this. Run "npm rebuild node --ignore-scripts=false", or use Node ${MAJOR}.${MINOR} or newer.`,
  );
}
