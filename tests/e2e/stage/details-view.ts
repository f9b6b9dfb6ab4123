import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";
import { byRole } from "../../support/browsers/control.ts";

const READ_MS = 30_000;
const FINDING =
  /^ {4}(?<level>error|warning|notice) (?<kind>\S+) of (?<subject>.+): (?<standing>confirmed|suspected)(?<expected>, expected)?, since /;

/** A finding, whoever tells of it. */
export interface ToldFinding {
  level: string;
  kind: string;
  confirmed: boolean;
  expected: boolean;
  /** `calendar-1 in connection 2`, without the app. */
  subject: string;
}

/** Presses "Copy details" and returns the text that is shown then. Nothing is on the clipboard yet. */
export async function openDetailsIn(page: ExtensionPage): Promise<string> {
  await page.click(byRole("button", "Copy details"));
  await page.waitForText("Details for a bug report", READ_MS);
  await page.waitFor(() => document.querySelector(".details-text"), READ_MS);
  return page.evaluate(() => document.querySelector(".details-text")?.textContent ?? "");
}

/** The findings that the text lists. */
export function findingsOf(text: string): ToldFinding[] {
  const found = text.split("\n").flatMap((line) => {
    const { level, kind, subject, standing, expected } = FINDING.exec(line)?.groups ?? {};
    if (level === undefined || kind === undefined || subject === undefined) return [];
    const confirmed = standing === "confirmed";
    return [{ level, kind, confirmed, expected: expected !== undefined, subject: withoutApp(subject) }];
  });
  return inOrder(found);
}

const withoutApp = (subject: string) => subject.replace(/ \([^)]*\)$/, "");

/** Those that are equally bad are told in the order of their ids, which a recording does not have. */
export function inOrder(findings: ToldFinding[]): ToldFinding[] {
  const textOf = ({ level, kind, subject }: ToldFinding) => `${level} ${kind} ${subject}`;
  return findings.toSorted((a, b) => textOf(a).localeCompare(textOf(b)));
}

/** Notes from now on what a page writes to the clipboard, once the browser has taken it. */
export async function noteCopied(page: ExtensionPage): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const copied: string[] = [];
    Object.assign(globalThis, { copied });
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    Object.defineProperty(navigator.clipboard, "writeText", {
      value: async (text: string) => {
        await write(text);
        copied.push(text);
      },
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { copied: string[] }).copied);
}
