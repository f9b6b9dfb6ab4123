import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");
const RGBA = 6;
const PALETTE = 3;
const CHANNELS = 4;

/** A picture of 8 bits a channel. */
export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue, alpha of each pixel, row by row. */
  data: Buffer;
}

/** Writes a picture of the browser's anew: the same pixels by a list of their colours take half the bytes. */
export function smallerPng(png: Buffer): Buffer {
  const { width, height, data } = readPng(png);
  const indexes = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const colour = data.readUInt32BE(pixel * CHANNELS);
    const index = indexes.get(colour) ?? indexes.size;
    indexes.set(colour, index);
    rows[pixel + Math.floor(pixel / width) + 1] = index;
  }
  if (indexes.size > 256) return png;
  const colours = [...indexes.keys()];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, PALETTE], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk(
      "PLTE",
      Buffer.from(colours.flatMap((one) => [one >>> 24, (one >>> 16) & 0xff, (one >>> 8) & 0xff])),
    ),
    chunk("tRNS", Buffer.from(colours.map((one) => one & 0xff))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** @throws for a kind of PNG that neither the browser nor {@link smallerPng} writes. */
export function readPng(png: Buffer): Pixels {
  const chunks = new Map<string, Buffer>();
  for (let at = SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString("latin1", at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), body]));
  }
  const [header, body] = [chunks.get("IHDR"), chunks.get("IDAT")];
  const kind = header?.[9];
  if (!header || !body || header[8] !== 8 || (kind !== RGBA && kind !== PALETTE))
    throw new Error("This is no PNG with 8 bits a channel and transparency.");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const values = unfiltered(inflateSync(body), width * (kind === RGBA ? CHANNELS : 1), kind === RGBA ? 4 : 1);
  if (kind === RGBA) return { width, height, data: values };
  const [colours, alphas] = [chunks.get("PLTE"), chunks.get("tRNS")];
  const data = [...values].flatMap((index) => [
    ...(colours?.subarray(index * 3, index * 3 + 3) ?? []),
    alphas?.[index] ?? 255,
  ]);
  return { width, height, data: Buffer.from(data) };
}

/** Undoes what each row says of itself: that its bytes are told by what they differ in from those before or above. */
function unfiltered(rows: Buffer, rowBytes: number, step: number): Buffer {
  const out = Buffer.alloc((rows.length / (rowBytes + 1)) * rowBytes);
  for (let at = 0; at < out.length; at++) {
    const [row, column] = [Math.floor(at / rowBytes), at % rowBytes];
    const before = column < step ? 0 : (out[at - step] ?? 0);
    const above = out[at - rowBytes] ?? 0;
    const corner = column < step ? 0 : (out[at - rowBytes - step] ?? 0);
    const guesses = [0, before, above, (before + above) >> 1, paeth(before, above, corner)];
    const filter = rows[row * (rowBytes + 1)] ?? 0;
    out[at] = (rows[at + row + 1] ?? 0) + (guesses[filter] ?? 0);
  }
  return out;
}

function paeth(before: number, above: number, corner: number): number {
  const guess = before + above - corner;
  const [toBefore, toAbove, toCorner] = [before, above, corner].map((one) => Math.abs(guess - one)) as [
    number,
    number,
    number,
  ];
  if (toBefore <= toAbove && toBefore <= toCorner) return before;
  return toAbove <= toCorner ? above : corner;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
