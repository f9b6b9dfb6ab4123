import type { AccountsRecord, HistoryRecord, StatusRecord } from "../../../utils/core/model/records.ts";
import type { Settings } from "../../../utils/core/settings/table.ts";
import type { Stage } from "./stage.ts";

/** Everything that is stored for good, by name. */
export function everythingStored(stage: Stage): Promise<Record<string, unknown>> {
  return stage.browser.inExtension((browser) => browser.storage.local.get(null));
}

export async function storedSettings(stage: Stage): Promise<Settings> {
  return (await everythingStored(stage)).settings as Settings;
}

/** The accounts as they are stored, in their order. */
export async function storedAccounts(stage: Stage): Promise<AccountsRecord["accounts"]> {
  return ((await everythingStored(stage)).accounts as AccountsRecord | undefined)?.accounts ?? [];
}

/** The status of one account; of the first without an index. */
export async function storedStatus(stage: Stage, index = 0): Promise<StatusRecord> {
  const id = (await storedAccounts(stage))[index]?.id;
  return (await everythingStored(stage))[`status:${id}`] as StatusRecord;
}

export async function storedHistory(stage: Stage, index = 0): Promise<HistoryRecord | undefined> {
  const id = (await storedAccounts(stage))[index]?.id;
  return (await everythingStored(stage))[`history:${id}`] as HistoryRecord | undefined;
}
