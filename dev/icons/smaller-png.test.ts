import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { readPng, smallerPng } from "./smaller-png.ts";

/** Without sums, which nobody looks at here. */
function part(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(type, "latin1"), body, Buffer.alloc(4)]);
}

/** 2 × 2 px as a browser writes them, each row told by what it differs in: from the left, then from above. */
const written = Buffer.concat([
  Buffer.alloc(8),
  part("IHDR", Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 6, 0, 0, 0])),
  part("IDAT", deflateSync(Buffer.from([1, 10, 20, 30, 255, 5, 5, 5, 0, 2, 1, 1, 1, 0, 0, 0, 0, 128]))),
]);
const pixels = [10, 20, 30, 255, 15, 25, 35, 255, 11, 21, 31, 255, 15, 25, 35, 127];

test("a picture is the same pixel by pixel after it was made smaller", () => {
  expect([...readPng(written).data]).toEqual(pixels);
  expect([...readPng(smallerPng(written)).data]).toEqual(pixels);
});

test("an icon that is shipped has the colours of its drawing, with nothing around it", () => {
  const { width, data } = readPng(readFileSync("public/toolbar/attention-16.png"));
  const at = (x: number, y: number) => data.toString("hex", (y * width + x) * 4, (y * width + x + 1) * 4);
  expect([at(0, 0), at(7, 3), at(3, 10), at(7, 8)]).toEqual(["00000000", "c26100ff", "ffffffff", "7a3d00ff"]);
});
