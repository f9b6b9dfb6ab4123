import { browser } from "wxt/browser";
import { browserLanguage } from "../copy/i18n.ts";
import * as naming from "../copy/names.ts";
import {
  ACCOUNTS,
  type AccountsRecord,
  POLICY,
  SCREEN,
  SETTINGS,
  statusOf,
  UNSTORED,
} from "../core/model/records.ts";
import { screenOf } from "../screen/screen.ts";
import type { Here, ScreenRecord } from "../screen/screen-record.ts";
import { assemble } from "../screen/stored.ts";
import { commit, deriveWith, type Write } from "../storage/commit.ts";

const GENERAL: readonly string[] = [ACCOUNTS, SETTINGS, POLICY];

/** From now on the popup's first screen is written with whatever changes it. */
export function keepScreen(): void {
  deriveWith(async (write) => (changesScreen(write) ? { [SCREEN]: await screenAfter(write) } : {}));
}

/** Makes it anew where it is another one by now: a time that it names has passed, or this is another version, language or zone. */
export async function refreshScreen(): Promise<void> {
  await commit(async () => {
    const { [SCREEN]: kept } = await browser.storage.local.get(SCREEN);
    const made = await screenAfter({});
    return isSame(kept, made) ? null : { derived: { [SCREEN]: made } };
  });
}

/** Whether two are drawn alike, whenever they were made. */
function isSame(kept: unknown, made: ScreenRecord): boolean {
  return JSON.stringify({ ...(kept as ScreenRecord), at: 0 }) === JSON.stringify({ ...made, at: 0 });
}

function changesScreen({ set = {}, remove = [] }: Write): boolean {
  return [...Object.keys(set), ...remove].some(
    (name) => GENERAL.includes(name) || name.startsWith(statusOf("")),
  );
}

/** @param write what is about to be stored over what is there */
async function screenAfter({ set = {}, remove = [] }: Write): Promise<ScreenRecord> {
  const general = { ...(await browser.storage.local.get([...GENERAL])), ...set };
  const accounts = (general[ACCOUNTS] as AccountsRecord | undefined)?.accounts ?? [];
  const names = accounts.map(({ id }) => statusOf(id));
  const statuses = await browser.storage.local.get(names.filter((name) => !(name in set)));
  const { [UNSTORED]: unstored } = await browser.storage.session.get(UNSTORED);
  const records: Record<string, unknown> = { ...statuses, ...general, [UNSTORED]: unstored };
  for (const name of remove) delete records[name];
  const result = assemble(records);
  const now = here();
  return { version: 1, ...now, timed: result.ok ? screenOf(result.stored, naming, now.at) : null };
}

function here(): Here {
  const at = Date.now();
  return { at, utcOffset: -new Date(at).getTimezoneOffset(), language: browserLanguage() };
}
