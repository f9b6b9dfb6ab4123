import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

interface Locked {
  integrity?: string;
  link?: boolean;
  /** Inside the archive of another package, whose checksum it shares. */
  inBundle?: boolean;
}

const lockFile = JSON.parse(await readFile("package-lock.json", "utf8"));
const packages = Object.entries(lockFile.packages as Record<string, Locked>);

test("every package that is installed is held against a checksum", () => {
  const fromRegistry = packages.filter(([path, { link, inBundle }]) => path !== "" && !link && !inBundle);
  expect(fromRegistry.length).toBeGreaterThan(100);
  const without = fromRegistry.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""));
  expect(without.map(([path]) => path)).toEqual([]);
});
