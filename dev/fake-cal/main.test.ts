import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { readArguments } from "./args.ts";

describe("the program", () => {
  test("says where it listens, answers there, and ends when it is told to", async () => {
    const child = run("--port", "0", "--scenario", "lively", "--cache-ms", "0");
    const [line] = await once(child.stdout ?? child, "data");
    const url = /API URL (\S+), API key cal_live_demo, scenario lively/.exec(String(line))?.[1] ?? "";
    const answer = await fetch(`${url}/v2/me`, { headers: { Authorization: "Bearer cal_live_demo" } });
    expect(answer.status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  test.for([
    [["--port", "x"], '--port must be a whole number from 0 to 65535, but is "x".'],
    [["--scenario", "x"], 'There is no scenario "x".'],
    [["--colour"], "--colour"],
  ] as const)("ends with 2 and a sentence for %j", async ([args, sentence]) => {
    const child = run(...args);
    let said = "";
    child.stderr?.on("data", (text) => {
      said += text;
    });
    const [code] = await once(child, "close");
    expect(code).toBe(2);
    expect(said).toContain(sentence);
    expect(said).toContain("Usage:");
  });
});

describe("its options", () => {
  test("are those of the library", () => {
    expect(readArguments(["--port", "4000", "--cache-ms", "5", "--host", "::1"])).toEqual({
      help: false,
      port: 4000,
      cacheMs: 5,
      host: "::1",
    });
  });
});

function run(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL("main.ts", import.meta.url)), ...args]);
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return child;
}
