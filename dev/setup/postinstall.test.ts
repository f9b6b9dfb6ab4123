import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "postinstall-"));
  await cp(import.meta.dirname, join(root, "dev/setup"), { recursive: true });
});

afterEach(() => rm(root, { recursive: true }));

async function wxtThat(does: string): Promise<void> {
  await mkdir(join(root, "node_modules/wxt/bin"), { recursive: true });
  await writeFile(
    join(root, "node_modules/wxt/bin/wxt.mjs"),
    `import { writeFileSync } from "node:fs";\n${does}`,
  );
}

const postinstall = () =>
  spawnSync(process.execPath, [join(root, "dev/setup/postinstall.mjs")], { cwd: tmpdir(), encoding: "utf8" });

test("after an installation the types are made, in the project's folder and without a word", async () => {
  await wxtThat('writeFileSync("asked.txt", process.argv[2]);');
  expect(postinstall()).toMatchObject({ status: 0, stdout: "", stderr: "" });
  expect(await readFile(join(root, "asked.txt"), "utf8")).toBe("prepare");
});

test("types that can't be made are said and do not fail the installation", async () => {
  await wxtThat('throw new Error("no disk");');
  const { status, stderr } = postinstall();
  expect(status).toBe(0);
  expect(stderr).toContain("no disk");
  expect(stderr).toContain("npx wxt prepare");
});

test("without the packages for development there is nothing to do", () => {
  expect(postinstall()).toMatchObject({ status: 0, stdout: "", stderr: "" });
});
