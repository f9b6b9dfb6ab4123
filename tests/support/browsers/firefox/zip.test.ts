import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { zipFolder } from "./zip.ts";

test("the archive lists every file, with its checksum, at the place where it is", async () => {
  const dir = await mkdtemp(join(tmpdir(), "zip-"));
  await mkdir(join(dir, "icons"));
  await writeFile(join(dir, "manifest.json"), "{}");
  await writeFile(join(dir, "icons", "ü.svg"), "<svg/>");
  const zip = await zipFolder(dir);
  await rm(dir, { recursive: true });

  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  expect(zip.readUInt16LE(end + 10)).toBe(2);
  const found: Record<string, string> = {};
  for (let at = zip.readUInt32LE(end + 16); at < end; ) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const nameLength = zip.readUInt16LE(at + 28);
    const size = zip.readUInt32LE(at + 24);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    const content = zip.subarray(local + 30 + nameLength, local + 30 + nameLength + size);
    expect(zip.readUInt32LE(at + 16)).toBe(crc32(content));
    found[name] = content.toString();
    at += 46 + nameLength;
  }
  expect(found).toEqual({ "icons/ü.svg": "<svg/>", "manifest.json": "{}" });
});
