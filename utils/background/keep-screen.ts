import { browser } from "wxt/browser";
import { report } from "../browser/report.ts";
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
import { keptWords } from "../screen/kept-words.ts";
import { screenOf } from "../screen/screen.ts";
import type { Here, ScreenRecord } from "../screen/screen-record.ts";
import { assemble } from "../screen/stored.ts";
import { commit, deriveWith, type Write } from "../storage/commit.ts";

const GENERAL: readonly string[] = [ACCOUNTS, SETTINGS, POLICY];

/** From now on the popup's first screen is written with whatever changes it. */
export function keepScreen(): void {
  deriveWith(async (write) => (changesScreen(write) ? { [SCREEN]: await screenOrNone(write) } : {}));
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
  return inOrder({ ...(kept as ScreenRecord), at: 0 }) === inOrder({ ...made, at: 0 });
}

/** Chrome gives back what it has stored with its parts in another order. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function changesScreen({ set = {}, remove = [] }: Write): boolean {
  return [...Object.keys(set), ...remove].some(
    (name) => GENERAL.includes(name) || name.startsWith(statusOf("")),
  );
}

/** Rather none than one that tells of what was before. */
async function screenOrNone(write: Write): Promise<object> {
  return screenAfter(write).catch((error: unknown) => {
    report("The popup's first screen could not be made", error);
    return {};
  });
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
  return {
    version: 1,
    ...now,
    said: keptWords(),
    timed: result.ok ? screenOf(result.stored, naming, now.at) : null,
  };
}

function here(): Here {
  const at = Date.now();
  return { at, utcOffset: -new Date(at).getTimezoneOffset(), language: browser.i18n.getUILanguage() };
}
