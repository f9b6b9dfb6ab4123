import type { Size } from "./frame.ts";

/** Where a PNG has the kind of its colours, and which kind has no transparency. */
const COLOUR_TYPE_AT = 25;
const OPAQUE = 2;

/** @throws with a sentence when it is not a PNG of exactly this size without transparency: stores refuse any other. */
export function checkPng(name: string, png: Uint8Array, { width, height }: Size): void {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const isPng = png.byteLength > COLOUR_TYPE_AT && view.getUint32(0) === 0x89504e47;
  if (!isPng) throw new Error(`${name} is no PNG.`);
  const found = `${view.getUint32(16)} × ${view.getUint32(20)}`;
  if (found !== `${width} × ${height}`)
    throw new Error(`${name} is ${found} px, and has to be ${width} × ${height}.`);
  if (view.getUint8(COLOUR_TYPE_AT) !== OPAQUE) throw new Error(`${name} has a layer of transparency.`);
}
