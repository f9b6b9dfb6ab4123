import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkPng } from "./png.ts";

const icon = readFileSync("public/icon/32.png");
const opaque = Uint8Array.from(icon);
opaque[25] = 2;

test("a picture has to be exactly as large as the store wants it", () => {
  expect(() => checkPng("icon", opaque, { width: 32, height: 32 })).not.toThrow();
  expect(() => checkPng("icon", opaque, { width: 440, height: 280 })).toThrow(
    "icon is 32 × 32 px, and has to be 440 × 280.",
  );
});

test("one that is transparent, or no PNG, is refused", () => {
  expect(() => checkPng("icon", icon, { width: 32, height: 32 })).toThrow(
    "icon has a layer of transparency.",
  );
  expect(() => checkPng("icon", new Uint8Array(30), { width: 32, height: 32 })).toThrow("icon is no PNG.");
});
