import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./root.ts";

/**
 * The first cells of all tables of a document, without their backticks, e.g. every permission that is explained.
 *
 * @param file path from the project's folder; a missing file has no cells.
 */
export async function documentedCells(file: string): Promise<string[]> {
  const text = await readFile(join(ROOT, file), "utf8").catch(() => "");
  return [...text.matchAll(/^\|\s*`([^`]+)`/gm)].map(([, cell = ""]) => cell);
}
