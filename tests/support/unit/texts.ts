import { readFileSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { parse } from "yaml";

declare module "vitest" {
  interface ProvidedContext {
    /** Texts by the names that the build gives them: one level, joined by `_`. */
    texts: Record<string, string>;
  }
}

type Tree = { [key: string]: string | Tree };

/** Reads the texts once for all files: it takes longer than most of them. */
export default function readTexts(project: TestProject): void {
  const provide = () => project.provide("texts", Object.fromEntries(flatten(readTree())));
  provide();
  project.onTestsRerun(async () => provide());
}

const readTree = () => parse(readFileSync("locales/en.yml", "utf8")) as Tree;

function flatten(tree: Tree, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "object"
      ? flatten(value, [...path, key])
      : ([[[...path, key].join("_"), String(value)]] as [string, string][]),
  );
}
