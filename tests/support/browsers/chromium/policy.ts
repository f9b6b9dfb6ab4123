import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ManagedStorage } from "../browser-under-test.ts";

/** Where `chrome://policy/test` keeps policies "for the next start"; that start takes them and clears it. */
const PREFERENCE = "local_test_policies_for_next_startup";
/** Mandatory, for the machine, from the platform: how an administrator's own file counts. */
const HOW = { level: 1, scope: 1, source: 5 } as const;

/**
 * Sets the managed storage of an extension for the next start of a profile.
 *
 * On Linux Chromium reads policies only from `/etc`, which takes root, holds for every browser of the machine and would
 * stay behind after a crash. What its own page for trying out policies hands over a restart is in the profile alone, works for
 * every user and is there before the extension first asks. Two differences to an administrator's file: values are not held
 * against the extension's schema, and released Chrome, unlike Chromium, has no such page.
 *
 * @param policy undefined for none.
 */
export async function setPolicyForNextStart(
  profileDir: string,
  extensionId: string,
  policy: ManagedStorage | undefined,
): Promise<void> {
  const file = join(profileDir, "Local State");
  const { [PREFERENCE]: _, ...state } = JSON.parse(await readFile(file, "utf8").catch(() => "{}"));
  const policies = Object.entries(policy ?? {}).map(([name, value]) => {
    return { ...HOW, namespace: extensionId, name, value };
  });
  const preset = policies.length > 0 && { [PREFERENCE]: JSON.stringify(policies) };
  await writeFile(file, JSON.stringify({ ...state, ...preset }));
}
