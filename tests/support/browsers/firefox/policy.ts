import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ManagedStorage } from "../browser-under-test.ts";

/**
 * Sets the managed storage of an extension by a native manifest in a home folder of the run's own. A browser reads it once, when
 * the extension first asks.
 *
 * @param policy undefined for none.
 */
export async function writePolicy(
  homeDir: string,
  extensionId: string,
  policy: ManagedStorage | undefined,
): Promise<void> {
  const dir = join(homeDir, ".mozilla", "managed-storage");
  const file = join(dir, `${extensionId}.json`);
  if (policy === undefined) return rm(file, { force: true });
  await mkdir(dir, { recursive: true });
  const manifest = { name: extensionId, description: "A test's policy", type: "storage", data: policy };
  await writeFile(file, JSON.stringify(manifest));
}
