import { join } from "node:path";
import { runCommand } from "./command.ts";
import { documentedCells } from "./documented.ts";
import { failed, fromProblems, type Outcome } from "./outcome.ts";
import { ROOT } from "./root.ts";

interface Finding {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

const EXPLAINED = "docs/web-ext-warnings.md";

/** Mozilla's own validator: no error, and no warning that is not explained in a table of docs/web-ext-warnings.md. */
export async function checkFirefoxBuild(): Promise<Outcome> {
  const dir = join(ROOT, ".output", "firefox-mv3");
  const args = ["lint", "--source-dir", dir, "--output", "json", "--no-config-discovery", "--no-input"];
  const { stdout, output } = await runCommand("web-ext", args);
  const report = parseReport(stdout);
  if (!report) return failed(output);
  const explained = await documentedCells(EXPLAINED);
  const raised = new Set(report.warnings.map(({ code }) => code));
  return fromProblems([
    ...report.errors.map((error) => `Error ${sentence(error)}`),
    ...report.warnings
      .filter(({ code }) => !explained.includes(code))
      .map((one) => `Unexplained warning ${sentence(one)}`),
    ...explained
      .filter((code) => !raised.has(code))
      .map((code) => `${EXPLAINED} explains ${code}, which is not raised.`),
  ]);
}

function parseReport(stdout: string): { errors: Finding[]; warnings: Finding[] } | undefined {
  try {
    return JSON.parse(stdout.slice(stdout.indexOf("{")));
  } catch {
    return undefined;
  }
}

function sentence({ code, message, file, line }: Finding): string {
  return `${code}: ${message}${file ? ` (${file}${line ? `:${line}` : ""})` : ""}`;
}
