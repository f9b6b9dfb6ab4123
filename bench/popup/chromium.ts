import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { copyBuild } from "../../tests/support/browsers/build.ts";
import { startChromium } from "../../tests/support/browsers/chromium/process.ts";
import { occupyFirstTab } from "../../tests/support/browsers/chromium/session.ts";
import { startLocalProxy } from "../../tests/support/browsers/network/local-proxy.ts";
import { poll } from "../../tests/support/browsers/poll.ts";
import type { Measured } from "./measured.ts";
import { type Opener, startOpener } from "./opening.ts";
import type { Situation } from "./situations.ts";
import type { Reading } from "./stamp.ts";
import { awaitedOf, folderOf, recordsOf, SUBJECTS, type Subject } from "./subjects.ts";

const FIRST_SCREEN = `chrome.runtime
  .sendMessage({ type: "popup-opened" })
  .then(() => chrome.storage.local.get("screen"))
  .then(({ screen }) => screen !== undefined)`;

type Workbenches = Readonly<Record<Subject, Page>>;

/** Opens the three popups by turns, as tabs and under their toolbar buttons. No server can be reached meanwhile. */
export async function measureInChromium(
  situations: readonly Situation[],
  pairs: number,
  tell: (measured: Measured) => void,
): Promise<string> {
  const profileDir = await mkdtemp(join(tmpdir(), "calendar-status-bench-"));
  const proxy = await startLocalProxy({});
  const extensionDir = await copyBuild(folderOf("ours", "chromium"), profileDir, false);
  const browser = await startChromium(
    {
      profileDir,
      extensionDir,
      proxyPort: proxy.port,
      headless: true,
      lang: "en-US",
      downloadsDir: undefined,
      policy: undefined,
    },
    () => {},
  );
  try {
    await occupyFirstTab(browser);
    const workbenches = await install(browser, extensionDir);
    const opener = await startOpener(browser);
    for (const situation of situations) {
      await store(workbenches, situation);
      // Nothing of the empty one differs with what is stored.
      const subjects = situation === situations[0] ? SUBJECTS : SUBJECTS.filter((one) => one !== "empty");
      for (const how of ["tab", "popup"] as const) {
        const openOne = (subject: Subject) => open(opener, workbenches[subject], how, subject, situation);
        const readings = await takeTurns(subjects, pairs, openOne);
        tell({ browser: "chromium", how, situation: situation.name, readings });
      }
    }
    return await browser.version();
  } finally {
    await browser.close();
    await proxy.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Installs all three; each gets a blank page to be driven from. */
async function install(browser: Browser, ours: string): Promise<Workbenches> {
  const pages: Partial<Record<Subject, Page>> = {};
  for (const subject of SUBJECTS) {
    const id = await browser.installExtension(subject === "ours" ? ours : folderOf(subject, "chromium"));
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${id}/manifest.json`);
    pages[subject] = page;
  }
  // It opens by itself when ours is installed, and would share the popup's process and heap.
  const options = await browser.waitForTarget((target) => target.url().endsWith("/options.html"));
  await (await options.page())?.close();
  return pages as Workbenches;
}

async function store(workbenches: Workbenches, situation: Situation): Promise<void> {
  for (const subject of SUBJECTS) {
    const records = JSON.stringify(recordsOf(subject, situation, Date.now()));
    if (subject === "empty") continue;
    await workbenches[subject].evaluate(
      `chrome.storage.local.clear().then(() => chrome.storage.local.set(${records}))`,
    );
    if (subject !== "ours") continue;
    // What the worker would have written together with these.
    await poll("the first screen", () => workbenches.ours.evaluate(FIRST_SCREEN));
  }
}

/** Each pair is opened in the other order than the one before. */
async function takeTurns(
  subjects: readonly Subject[],
  pairs: number,
  openOne: (subject: Subject) => Promise<Reading>,
): Promise<Measured["readings"]> {
  const readings: Record<Subject, Reading[]> = { ours: [], floor: [], empty: [] };
  // What is opened first of all fills caches.
  for (const subject of subjects) await openOne(subject);
  for (let pair = 0; pair < pairs; pair++) {
    for (const subject of pair % 2 === 0 ? subjects : subjects.toReversed())
      readings[subject].push(await openOne(subject));
  }
  return readings;
}

function open(
  opener: Opener,
  workbench: Page,
  how: "tab" | "popup",
  subject: Subject,
  situation: Situation,
): Promise<Reading> {
  const awaited = awaitedOf(subject, situation);
  if (how === "popup") return opener.popup(workbench, awaited);
  return opener.tab(new URL("/popup.html", workbench.url()).href, awaited);
}
