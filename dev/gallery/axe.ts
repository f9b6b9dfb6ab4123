import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "puppeteer-core";

/** Sizes of targets are in no usual run of axe, though WCAG 2.2 asks for 24 px. */
const OPTIONS = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };

const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds fault with on a page, a line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(await source);
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(OPTIONS)})`)) as AxeResults;
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(" | ")}`,
  );
}
