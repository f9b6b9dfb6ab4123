import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Player } from "../../utils/diagnostics/replay/player.ts";

const BAD_INPUT = 2;

/** Reads a recording of one account's answers and prints what the extension would show after each. */
function main(file: string | undefined): void {
  if (file === undefined)
    return fail("Usage: npm run --silent replay -- FILE.jsonl   (- for standard input)");
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : fromCaller(file), "utf8");
  } catch (error) {
    return fail(`${file} can't be read: ${error instanceof Error ? error.message : error}`);
  }
  const player = new Player();
  const printed: string[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "") continue;
    try {
      printed.push(`${player.play(line)}\n`);
    } catch (error) {
      fail(`line ${index + 1}: ${error instanceof Error ? error.message : error}`);
    }
  }
  process.stdout.write(printed.join(""));
}

/** npm runs scripts in the project's folder; a path is meant from where the person is. */
function fromCaller(file: string): string {
  return resolve(process.env.INIT_CWD ?? "", file);
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = BAD_INPUT;
}

main(process.argv[2]);
