import { spawn } from "node:child_process";
import { failed, type Outcome, passed } from "./outcome.ts";
import { ROOT } from "./root.ts";

export interface CommandResult {
  code: number | null;
  output: string;
  stdout: string;
}

/**
 * Runs a program of node_modules/.bin (it is on the PATH) and keeps what it prints.
 * @param cwd where; default the project's folder
 */
export function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd: string = ROOT,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    let output = "";
    let stdout = "";
    const child = spawn(command, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...env },
      shell: process.platform === "win32",
    });
    child.stdout.on("data", (data) => {
      output += data;
      stdout += data;
    });
    child.stderr.on("data", (data) => {
      output += data;
    });
    child.on("error", (error) => resolve({ code: null, output: `${command}: ${error.message}`, stdout: "" }));
    child.on("close", (code) => resolve({ code, output, stdout }));
  });
}

/** A stage that is one program: passed when it ends with 0. */
export async function commandOutcome(command: string, ...args: string[]): Promise<Outcome> {
  const { code, output } = await runCommand(command, args);
  return code === 0 ? passed() : failed(output);
}
