import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";
import { untilIdle } from "./idle.ts";
import type { Stage } from "./stage.ts";

/** An entry as a person reads it, under the heading of its day. */
export interface ReadEntry {
  day: string;
  /** When it happened or began, in ms since the epoch. */
  at: number;
  text: string;
}

/** Every entry that is shown, in its order. */
export async function readEntries(page: ExtensionPage): Promise<ReadEntry[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".history-day")].flatMap((day) =>
      [...day.querySelectorAll("li")].map((entry) => ({
        day: day.querySelector("h4")?.textContent ?? "",
        // Of a problem that is over "begin/end".
        at: Date.parse(entry.querySelector("time")?.dateTime.split("/")[0] ?? ""),
        text: entry.querySelector("div > p")?.textContent ?? "",
      })),
    ),
  );
}

/** What is read out for each bar: what it is called, and its days in a few words. */
export function readBars(page: ExtensionPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".history [role=slider]")].map((bar) => {
      const summary = document.getElementById(bar.getAttribute("aria-describedby") ?? "");
      return `${bar.getAttribute("aria-label")}: ${summary?.textContent}`;
    }),
  );
}

/** Gives the page the style it has on paper, and lets it draw what it draws there. */
export function layOutForPaper(page: ExtensionPage): Promise<void> {
  return page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && rule.media.mediaText === "print") rule.media.mediaText = "all";
    }
    dispatchEvent(new Event("beforeprint"));
  });
}

/** Makes everything that is known of the past a day older: it happened yesterday. */
export async function letDayPass(stage: Stage): Promise<void> {
  // What the worker stores between reading and writing here would be lost.
  await untilIdle(stage);
  await stage.browser.inExtension(async (browser) => {
    const two = (number: number) => String(number).padStart(2, "0");
    const dayBefore = (date: Date) => {
      date.setDate(date.getDate() - 1);
      return date;
    };
    const older = (name: string, value: unknown): unknown => {
      if (Array.isArray(value)) return value.map((inner) => older("", inner));
      if (typeof value === "object" && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([inner, held]) => [inner, older(inner, held)]));
      }
      if (typeof value === "number" && value > 1e12) return dayBefore(new Date(value)).getTime();
      // The local date of the last day of a bar.
      if (name !== "last") return value;
      const date = dayBefore(new Date(`${value}T12:00`));
      return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    };
    const all = await browser.storage.local.get(null);
    const past = Object.entries(all).filter(([name]) => /^(status|checks|history):/.test(name));
    await browser.storage.local.set(
      Object.fromEntries(past.map(([name, value]) => [name, older("", value)])),
    );
  });
}
