import { browser } from "wxt/browser";
import { browserLanguage } from "../copy/i18n.ts";
import type { Environment } from "../diagnostics/details.ts";

interface BrowserInfo {
  /** Firefox only. */
  getBrowserInfo?(): Promise<{ name: string; version: string }>;
}

/** Brands that are told in the user agent besides Chrome's own. */
const BRANDS = /(Edg|OPR|Vivaldi|Firefox|Chrome|Chromium)\/([\d.]+)/g;

/** Where the extension runs, as far as the browser tells. */
export async function environment(): Promise<Environment> {
  const runtime = browser.runtime as BrowserInfo;
  const info = await runtime.getBrowserInfo?.().catch(() => null);
  const platform = await browser.runtime.getPlatformInfo().catch(() => null);
  return {
    version: browser.runtime.getManifest().version,
    browser: info ? `${info.name} ${info.version}` : fromUserAgent(navigator.userAgent),
    system: platform ? `${platform.os} ${platform.arch}` : "not told",
    language: browserLanguage(),
    utcOffsetMinutes: -new Date().getTimezoneOffset(),
  };
}

/** Chrome's version, and whose browser it really is. */
export function fromUserAgent(userAgent: string): string {
  const brands = [...userAgent.matchAll(BRANDS)].map(([, name, version]) => `${name} ${version}`);
  return brands.join(", ") || "not told";
}
