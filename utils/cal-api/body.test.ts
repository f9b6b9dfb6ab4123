import { describe, expect, it } from "vitest";
import { serve } from "../../tests/support/unit/api-server.ts";
import { MAX_BODY_BYTES, parseJson, readBody } from "./body.ts";
import { fetchCalendars } from "./client.ts";

/** A good answer of exactly so many bytes. */
function answerOfBytes(bytes: number): Buffer {
  const [start, end] = ['{"status":"success","data":{"connectedCalendars":[]},"pad":"', '"}'];
  return Buffer.from(start + "x".repeat(bytes - start.length - end.length) + end);
}

const result = async (bytes: number, headers: Record<string, string>) => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, headers);
    response.end(answerOfBytes(bytes));
  });
  const observation = await fetchCalendars(url, "cal_x");
  return observation.kind === "failure" ? observation.failure.reason : observation.kind;
};

describe("of a body, at most 5,000,000 bytes are read", () => {
  it.each([
    [5_000_000, "answer"],
    [5_000_001, "too-large"],
  ])("of %i bytes with a length: %s", async (bytes, expected) => {
    expect(await result(bytes, { "Content-Length": String(bytes) })).toBe(expected);
  });

  it.each([
    [5_000_000, "answer"],
    [5_000_001, "too-large"],
  ])("of %i bytes without a length: %s", async (bytes, expected) => {
    expect(await result(bytes, { "Transfer-Encoding": "chunked" })).toBe(expected);
  });

  it("counts bytes, not letters", async () => {
    const letters = "é".repeat(2_500_000);
    expect(await readBody(new Response(letters))).toBe(letters);
    expect(await readBody(new Response(`${letters}x`))).toBeNull();
  });

  it("stops reading what never ends", async () => {
    let bytes = 0;
    let cancelled = false;
    const endless = new ReadableStream({
      pull(controller) {
        bytes += 100_000;
        controller.enqueue(new Uint8Array(100_000));
      },
      cancel() {
        cancelled = true;
      },
    });
    expect(await readBody(new Response(endless))).toBeNull();
    expect(cancelled).toBe(true);
    expect(bytes).toBeLessThan(MAX_BODY_BYTES + 500_000);
  });

  it("reads nothing of one that says it is too long", async () => {
    let pulled = 0;
    const body = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 });
    expect(await readBody(new Response(body, { headers: { "Content-Length": "5000001" } }))).toBeNull();
    expect(pulled).toBe(0);
  });

  it("is not led astray by a length that is wrong or unreadable", async () => {
    expect(await readBody(new Response("{}", { headers: { "Content-Length": "many" } }))).toBe("{}");
    expect(await readBody(new Response(null))).toBe("");
  });
});

it.each([
  ["{}", {}],
  [" null ", null],
  ["", undefined],
  ["{", undefined],
  ["<html>", undefined],
])("the JSON of %j is %j", (text, value) => {
  expect(parseJson(text)).toEqual(value);
});
