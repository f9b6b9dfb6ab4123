import { spawnSync } from "node:child_process";

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

const isRoot = process.getuid?.() === 0;

/** Whether packages can be installed without asking anybody: apt, and root or sudo without a password. */
export function canApt() {
  return succeeds("apt-get", ["--version"]) && (isRoot || succeeds("sudo", ["-n", "true"]));
}

/**
 * Whether there is a real package of this name. Ubuntu has empty ones that only fetch a snap; their version says so.
 *
 * @param {string} name
 */
export function aptCandidate(name) {
  const { stdout } = spawnSync("apt-cache", ["policy", name], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  const candidate = /Candidate: (\S+)/.exec(stdout ?? "")?.[1];
  return candidate !== undefined && candidate !== "(none)" && !candidate.includes("snap");
}

/**
 * Runs apt-get without questions; its output is shown when it fails.
 *
 * @param {readonly string[]} args
 * @returns {boolean} whether it succeeded
 */
export function aptGet(args) {
  const command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args];
  const [first = "", ...rest] = isRoot ? command : ["sudo", "-n", ...command];
  const { status, stdout, stderr } = spawnSync(first, rest, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) console.error(`${stdout}${stderr}`);
  return status === 0;
}
