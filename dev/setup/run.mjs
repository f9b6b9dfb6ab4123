/**
 * Runs a TypeScript script of this project on any machine with Node 20 and npm, with nothing installed before:
 * node dev/setup/run.mjs SCRIPT [arguments]
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { browsersFor } from "./needs.mjs";
import { projectNode } from "./runtime.mjs";
import { ensureReady, SetupError } from "./setup.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [script, ...args] = process.argv.slice(2);

if (script === undefined) {
  console.error("Usage: node dev/setup/run.mjs SCRIPT [arguments]");
  process.exit(2);
}

/** @param {string} file */
function run(file) {
  const paths = ensureReady({ root, browsers: browsersFor(file, args) });
  const bin = join(root, "node_modules", ".bin");
  const child = spawn(projectNode(root), [join(root, file), ...args], {
    stdio: "inherit",
    env: { ...process.env, ...paths, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` },
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    // The terminal sends Ctrl-C to both of us; we only have to outlive the script.
    process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  }
  child.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

try {
  run(script);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exit(1);
}
