import type { Policy } from "../../core/settings/records.ts";
import { SETTING_NAMES } from "../../core/settings/table.ts";
import type { Details } from "../details.ts";
import { plain } from "../redact.ts";
import { offset, type Servers, utc } from "./servers.ts";

const ADDRESSES = ["apiUrl", "webUrl"] as const satisfies readonly (keyof Policy)[];

export function generalLines(
  { at, environment, permissions, setAside, lost }: Details,
  servers: Servers,
): string[] {
  const { version, browser, system, language, utcOffsetMinutes } = environment;
  return [
    `Calendar Status for Cal.com ${version}`,
    `Made at: ${utc(at)}`,
    `Browser: ${browser}`,
    `System: ${system}`,
    `Language: ${language}; local time is UTC${offset(utcOffsetMinutes)}`,
    `Permissions: ${listed(permissions.names)}`,
    `Servers that may be asked: ${listed(permissions.origins.map((origin) => servers.origin(origin)))}`,
    `Damaged records set aside: ${setAside ?? "not told by this browser"}`,
    ...(lost > 0 ? [`Accounts that are not in their list any more: ${lost}`] : []),
  ];
}

export function settingsLines({ settings, policy: { policy, ignored } }: Details): string[] {
  const setByPolicy = (name: string) => (Object.hasOwn(policy, name) ? " (set by policy)" : "");
  return [
    "Settings",
    ...SETTING_NAMES.map((name) => `  ${name}: ${settings[name]}${setByPolicy(name)}`),
    ...ADDRESSES.filter((name) => policy[name] !== undefined).map((name) => `  ${name}: set by policy`),
    ...ignored.slice(0, 20).map((name) => `  policy value ${nameOf(name)} is ignored: it does not fit`),
  ];
}

/** As an administrator has written it. */
const nameOf = (name: string) => plain(name).slice(0, 40);

const listed = (items: readonly string[]) => (items.length === 0 ? "none" : items.join(", "));
