import type { Account } from "../../core/model/account.ts";

const CAL: Record<string, string> = {
  "https://api.cal.com/*": "api.cal.com",
  "https://api.cal.eu/*": "api.cal.eu",
};

/** Names that stand for servers of one's own, in the order of the accounts. */
export class Servers {
  readonly #hosts: string[] = [];

  constructor(accounts: readonly Pick<Account, "region" | "apiUrl">[]) {
    for (const { region, apiUrl } of accounts) if (region === "self-hosted") this.name(hostOf(apiUrl));
  }

  place({ region, apiUrl }: Pick<Account, "region" | "apiUrl">): string {
    switch (region) {
      case "us":
        return "Cal.com";
      case "eu":
        return "Cal.com EU";
      case "self-hosted":
        return `self-hosted (${this.name(hostOf(apiUrl))})`;
    }
  }

  /** @param pattern a match pattern of a host permission */
  origin(pattern: string): string {
    const known = CAL[pattern];
    if (known || pattern === "<all_urls>" || /^[a-z*]+:\/\/\*\/\*$/.test(pattern)) return known ?? pattern;
    return this.name(hostOf(pattern.replace(/\/\*$/, "/")));
  }

  name(host: string): string {
    if (!this.#hosts.includes(host)) this.#hosts.push(host);
    return `server-${this.#hosts.indexOf(host) + 1}`;
  }
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}

/** A moment in UTC, e.g. `2026-03-04 13:05:10Z`. */
export function utc(at: number | null): string {
  if (at === null || Number.isNaN(new Date(at).getTime())) return "never";
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")}Z`;
}

/** Minutes ahead of UTC as `+05:30`. */
export function offset(minutes: number): string {
  const two = (number: number) => String(Math.trunc(number)).padStart(2, "0");
  const ahead = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(ahead / 60)}:${two(ahead % 60)}`;
}
