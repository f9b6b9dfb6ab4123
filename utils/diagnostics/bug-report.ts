import type { AccountDetails, Details } from "./details.ts";
import { Pseudonyms } from "./pseudonyms.ts";
import { recordingLines } from "./recording/lines.ts";
import { accountLines } from "./text/account.ts";
import { generalLines, settingsLines } from "./text/general.ts";
import { secretTexts } from "./text/secret-texts.ts";
import { Servers } from "./text/servers.ts";

/** What a bug report can be made of. Neither has a key, an id, a whole name or a secret link in it. */
export interface BugReport {
  text: string;
  /** JSON Lines for `npm run replay`, one text for each account; null where there is nothing to replay. */
  recordings: (string | null)[];
}

/** The details as a text to be copied, and the recordings that speak of the same stand-ins. */
export function bugReportOf(details: Details): BugReport {
  const accounts = typeof details.accounts === "string" ? [] : details.accounts;
  const servers = new Servers(accounts.map(({ account }) => account));
  const each = accounts.map((account, index) => accountReport(account, index + 1, servers));
  const sections = [
    generalLines(details, servers),
    settingsLines(details),
    ...(typeof details.accounts === "string" ? [[`Accounts: ${details.accounts}`]] : []),
    ...each.map(({ lines }) => lines),
  ];
  return {
    text: `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`,
    recordings: each.map(({ recording }) => recording),
  };
}

/** The recording comes first, so that stand-ins are numbered in its order. */
function accountReport(details: AccountDetails, place: number, servers: Servers) {
  const { account, state, log } = details;
  const names = new Pseudonyms();
  const words = secretTexts(account, typeof state === "string" ? null : state);
  const recorded = typeof log === "string" ? [] : recordingLines(log, names, words);
  return {
    recording: recorded.length > 0 ? `${recorded.join("\n")}\n` : null,
    lines: accountLines(details, place, servers, names, words),
  };
}
