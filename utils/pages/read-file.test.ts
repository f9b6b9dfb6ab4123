import { expect, test } from "vitest";
import { LARGEST_FILE_BYTES, readFile } from "./files.ts";

test("a file is read as the text that it is, without a byte order mark", async () => {
  expect(await readFile(new Blob(['\uFEFF{"größe": 1}']))).toBe('{"größe": 1}');
});

test("a file of more than the largest size is not read", async () => {
  const read = (bytes: number) => readFile(new Blob([new Uint8Array(bytes).fill(97)]));
  expect(await read(LARGEST_FILE_BYTES)).toHaveLength(LARGEST_FILE_BYTES);
  expect(await read(LARGEST_FILE_BYTES + 1)).toBeNull();
});

test("a file that can't be read is none, and no crash", async () => {
  const gone = Object.assign(new Blob(["{}"]), { text: () => Promise.reject(new Error("NotFoundError")) });
  expect(await readFile(gone)).toBeNull();
});
