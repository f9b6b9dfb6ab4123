import { expect, test } from "vitest";
import { importsOf } from "./imports.ts";
import { type Step, spineFiles, spineProblems } from "./spine.ts";
import type { Tree } from "./tree.ts";

const FILES = {
  "utils/alarm.ts": 'import { check } from "./check.ts";\nexport const onAlarm = () => check();\n',
  "utils/check.ts":
    'import { ask } from "./ask.ts";\nimport { Turns } from "./turns.ts";\nexport async function check() {}\n',
  "utils/ask.ts": "export function ask() {}\n",
  "utils/turns.ts": "export class Turns {\n  async take<T>() {\n  }\n}\n",
  "utils/badge.ts": "// once a function drawBadge() was here\n",
};
const code = new Map(
  Object.entries(FILES).map(([file, text]) => [file, { text, length: 1, ...importsOf(file, text) }]),
);
const tree: Tree = { code, css: new Map() };
const problems = (...steps: Step[]) => spineProblems({ name: "check", steps }, tree);

const ALARM = { in: "utils/alarm.ts", name: "onAlarm" };
const CHECK = { in: "utils/check.ts", name: "check" };
const ASK = { in: "utils/ask.ts", name: "ask" };

test("functions, classes and methods that call one another are a spine, whoever imports whom", () => {
  expect(problems(ALARM, CHECK, ASK)).toEqual([]);
  expect(problems(ASK, CHECK, { in: "utils/turns.ts", name: "take" })).toEqual([]);
});

test("each file counts once", () => {
  expect(spineFiles({ name: "check", steps: [ALARM, CHECK, ASK, CHECK] })).toHaveLength(3);
});

test("a file that is not there is named, and so is a function", () => {
  expect(problems({ in: "utils/gone.ts", name: "check" })).toEqual([
    'Spine "check", step 1: there is no shipped file utils/gone.ts.',
  ]);
  expect(problems({ in: "utils/check.ts", name: "chec" })).toEqual([
    'Spine "check", step 1: utils/check.ts has no chec.',
  ]);
  expect(problems({ in: "utils/badge.ts", name: "drawBadge" })).toHaveLength(1);
});

test("what follows a file that is not there is not blamed for it", () => {
  expect(problems({ in: "utils/gone.ts", name: "check" }, ASK)).toHaveLength(1);
});

test("steps that nothing ties together are named, unless the browser carries the data", () => {
  expect(problems(ALARM, ASK)).toEqual([
    'Spine "check", step 2: neither of utils/alarm.ts and utils/ask.ts imports the other.',
  ]);
  expect(problems(ALARM, { ...ASK, across: "storage.onChanged" })).toEqual([]);
});

test("a step may follow an earlier one, but not one that comes later or never", () => {
  const take = { in: "utils/turns.ts", name: "take" };
  expect(problems(CHECK, ASK, { ...take, from: "utils/check.ts" })).toEqual([]);
  expect(problems(CHECK, ASK, take)).toHaveLength(1);
  expect(problems({ ...ASK, from: "utils/check.ts" }, CHECK)).toEqual([
    'Spine "check", step 1: utils/check.ts is in no step before.',
  ]);
});
