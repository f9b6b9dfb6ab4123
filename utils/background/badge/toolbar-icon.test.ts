import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pathsOf, type ToolbarIcon } from "./toolbar-icon.ts";

const ICONS: ToolbarIcon[] = ["ok", "attention", "unknown"];

test.each(ICONS)("the picture for %s is there in each size, as large as it says", (icon) => {
  for (const [size, path] of Object.entries(pathsOf(icon))) {
    const png = readFileSync(`public${path}`);
    // The header of a PNG: width and height after its signature and the name of its first part.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
  }
});

test("no two states have the same picture", () => {
  const pictures = ICONS.map((icon) => readFileSync(`public${pathsOf(icon)[16]}`).toString("base64"));
  expect(new Set(pictures).size).toBe(ICONS.length);
});
