import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";

// A new process each, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 60_000 });

const OFFLINE = '{"at":"2026-01-05T09:00:00Z","network":"offline"}';
const SHOWN =
  '{"at":"2026-01-05T09:00:00Z","state":"setup","badge":"","level":null,"findings":[],"notify":[],"nextCheckSeconds":60}\n';
/** The same after a failure before it. */
const SECOND = SHOWN.replace(":60}", ":120}");

function run(args: readonly string[], input?: string) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["dev/replay/main.ts", ...args], {
    input,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  return { stdout, stderr, status };
}

function runFile(text: string | Buffer) {
  const folder = mkdtempSync(join(tmpdir(), "replay-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "recording.jsonl");
  writeFileSync(file, text);
  return run([file]);
}

describe("the replay tool", () => {
  it("prints one line for each line of a file", () => {
    expect(runFile(`${OFFLINE}\n${OFFLINE}\n`)).toEqual({ stdout: SHOWN + SECOND, stderr: "", status: 0 });
  });

  it("reads standard input with -", () => {
    expect(run(["-"], OFFLINE)).toEqual({ stdout: SHOWN, stderr: "", status: 0 });
  });

  it.each([
    ["empty file", ""],
    ["file of blank lines", "\n  \n\r\n"],
    ["file with nothing but a byte order mark", "\uFEFF"],
  ])("prints nothing for an %s", (_, text) => {
    expect(runFile(text)).toEqual({ stdout: "", stderr: "", status: 0 });
  });

  it("accepts a byte order mark, CRLF and blank lines", () => {
    expect(runFile(`\uFEFF\r\n${OFFLINE}\r\n\r\n \t\r\n${OFFLINE}`)).toEqual({
      stdout: SHOWN + SECOND,
      stderr: "",
      status: 0,
    });
  });

  it("names bad lines and what is wrong, prints nothing for them, and reads on as if they were not there", () => {
    const later = OFFLINE.replace("09:00", "10:00");
    const text = ["nonsense", OFFLINE, "", "[]", later.replace("offline", "bad"), OFFLINE].join("\n");
    const { stdout, stderr, status } = runFile(text);
    expect(stdout).toBe(SHOWN + SECOND);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^line 1: .*JSON/),
      expect.stringMatching(/^line 4: .*object/),
      expect.stringMatching(/^line 5: .*"network"/),
    ]);
    expect(status).toBe(2);
  });

  it("takes a line that is too early for a bad one", () => {
    const { stdout, stderr, status } = runFile(
      `${OFFLINE}\n${OFFLINE.replace("09:00:00", "08:59:59")}\n${OFFLINE}`,
    );
    expect(stdout).toBe(SHOWN + SECOND);
    expect(stderr).toMatch(/^line 2: .*earlier/);
    expect(status).toBe(2);
  });

  it("prints what is not ASCII as it is", () => {
    const body = {
      status: "success",
      data: {
        connectedCalendars: [
          {
            integration: { type: "google_calendar" },
            credentialId: 1,
            delegationCredentialId: null,
            calendars: [{ externalId: "Zoë 📅", isSelected: true, readOnly: true }],
          },
        ],
        destinationCalendar: { integration: "google_calendar", externalId: "x" },
      },
    };
    const line = JSON.stringify({ at: "2026-01-05T09:00:00Z", status: 200, body });
    expect(runFile(Buffer.from(line)).stdout).toContain('"externalId":"Zoë 📅"}}]');
  });

  it("says how it is used, and when a file can't be read", () => {
    expect(run([])).toMatchObject({ stdout: "", stderr: expect.stringContaining("FILE.jsonl"), status: 2 });
    expect(run(["/nowhere.jsonl"])).toMatchObject({
      stdout: "",
      stderr: expect.stringContaining("/nowhere.jsonl"),
      status: 2,
    });
  });
});
