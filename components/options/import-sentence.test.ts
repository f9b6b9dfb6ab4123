import { expect, test } from "vitest";
import { importSentence } from "./SettingsFile.tsx";

test("an import says what it could not change", () => {
  expect(importSentence({ ok: true, kept: [] })).toBe("Settings imported");
  expect(importSentence({ ok: true, kept: ["intervalMinutes"] })).toBe(
    "Settings imported, but 1 is set by your organization and stays as it is",
  );
  expect(importSentence({ ok: true, kept: ["intervalMinutes", "notifications"] })).toBe(
    "Settings imported, but 2 are set by your organization and stay as they are",
  );
});

test("every refusal has a sentence of its own", () => {
  const problems = ["damaged", "newer", "newerStore", "notStored", "noAnswer"] as const;
  const sentences = problems.map((problem) => importSentence({ ok: false, problem }));
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].* .*\.$/);
  expect(new Set(sentences).size).toBe(problems.length);
});
