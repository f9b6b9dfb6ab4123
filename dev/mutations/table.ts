import { counted, table } from "../reliability/table.ts";

/** What Stryker writes; only what is counted. */
export interface Report {
  files: Record<string, { mutants: { status: string }[] }>;
}

/** What came of the mutants of one folder. */
export interface FolderResult {
  folder: string;
  /** When and on what they were tried. */
  tried: string;
  noticed: number;
  survived: number;
  /** Met by no test. */
  unmet: number;
}

/** Noticed: a test failed, or ran for ever. */
const NOTICED = ["Killed", "Timeout"];

/** A result for each folder of the report, how many of its mutants the tests of the core notice. */
export function resultsOf({ files }: Report, tried: string): FolderResult[] {
  const byFolder = new Map<string, string[]>();
  for (const [file, { mutants }] of Object.entries(files)) {
    const folder = file.slice(0, file.lastIndexOf("/"));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), ...mutants.map(({ status }) => status)]);
  }
  return [...byFolder].map(([folder, statuses]) => {
    const count = (wanted: readonly string[]) => statuses.filter((status) => wanted.includes(status)).length;
    const [noticed, survived, unmet] = [count(NOTICED), count(["Survived"]), count(["NoCoverage"])];
    return { folder, tried, noticed, survived, unmet };
  });
}

/** The results that replace those of the same folders, and those of all other folders as they were. */
export function withResults(known: readonly FolderResult[], added: readonly FolderResult[]): FolderResult[] {
  const kept = known.filter(({ folder }) => !added.some((result) => result.folder === folder));
  return [...kept, ...added].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

const HEAD = ["folder", "tried on", "mutants", "noticed", "survived", "met by no test", "score"];

/** A row for each folder, and one for all. */
export function mutationTable(results: readonly FolderResult[]): string {
  const sum = (part: "noticed" | "survived" | "unmet") =>
    results.reduce((total, result) => total + result[part], 0);
  const all = { noticed: sum("noticed"), survived: sum("survived"), unmet: sum("unmet") };
  const rows = results.map((result) => [`\`${result.folder}/\``, result.tried, ...cellsOf(result)]);
  return table(HEAD, [...rows, ["**all**", "", ...cellsOf(all)]]);
}

/** What `mutationTable` told: a folder that is not tried again is told as it was. */
export function readMutationTable(text: string): FolderResult[] {
  const rows = text.split("\n").filter((line) => line.startsWith("| `"));
  return rows.map((line) => {
    const [folder = "", tried = "", ...counts] = line
      .split("|")
      .map((cell) => cell.trim())
      .slice(1);
    const [, noticed = 0, survived = 0, unmet = 0] = counts.map((cell) => Number(cell.replaceAll(",", "")));
    return { folder: folder.slice(1, -2), tried, noticed, survived, unmet };
  });
}

function cellsOf({ noticed, survived, unmet }: Omit<FolderResult, "folder" | "tried">): string[] {
  const valid = noticed + survived + unmet;
  const score = valid === 0 ? "–" : `${((100 * noticed) / valid).toFixed(1)} %`;
  return [...[valid, noticed, survived, unmet].map(counted), score];
}
