import { counted, table } from "../reliability/table.ts";

/** What Stryker writes; only what is counted. */
export interface Report {
  files: Record<string, { mutants: { status: string }[] }>;
}

/** Noticed: a test failed, or ran for ever. */
const NOTICED = ["Killed", "Timeout"];
const UNNOTICED = ["Survived", "NoCoverage"];

/** A row for each folder: how many of its mutants the tests of the core notice. */
export function mutationTable(reports: readonly Report[]): string {
  const byFolder = new Map<string, string[]>();
  for (const [file, { mutants }] of reports.flatMap(({ files }) => Object.entries(files))) {
    const folder = file.slice(0, file.lastIndexOf("/"));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), ...mutants.map(({ status }) => status)]);
  }
  const rows = [...byFolder].map(([folder, statuses]) => [`\`${folder}/\``, ...countsOf(statuses)]);
  const all = ["**all**", ...countsOf([...byFolder.values()].flat())];
  return table(["folder", "mutants", "noticed", "survived", "met by no test", "score"], [...rows, all]);
}

function countsOf(statuses: readonly string[]): string[] {
  const count = (wanted: readonly string[]) => statuses.filter((status) => wanted.includes(status)).length;
  const [noticed, survived, unmet] = [count(NOTICED), count(["Survived"]), count(["NoCoverage"])];
  const valid = noticed + count(UNNOTICED);
  const score = valid === 0 ? "–" : `${((100 * noticed) / valid).toFixed(1)} %`;
  return [...[valid, noticed, survived, unmet].map(counted), score];
}
