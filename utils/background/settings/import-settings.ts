import { report } from "../../browser/report.ts";
import { SETTINGS } from "../../core/model/records.ts";
import { effectiveSettings } from "../../core/settings/effective.ts";
import { POLICY_NAMES, type Policy, type SettingsRecord } from "../../core/settings/records.ts";
import type { SettingName, Settings } from "../../core/settings/table.ts";
import type { ImportReply } from "../../messaging/replies.ts";
import { commit, NotWritten } from "../../storage/commit.ts";
import { readEffectivePolicy } from "../../storage/policy.ts";
import { chosenSettings } from "../../storage/settings.ts";
import { statusesAfter } from "./change-settings.ts";
import { parseFile } from "./parse-settings-file.ts";

/**
 * Takes over the settings that a file names, in one write; the others stay, and so do those that an administrator has set.
 * @param text of a settings file
 */
export async function importSettings(text: string): Promise<ImportReply> {
  const file = parseFile(text);
  if (!file.ok) return file;
  let kept: SettingName[] = [];
  try {
    const committed = await commit(async () => {
      const policy = await readEffectivePolicy();
      kept = differing(policy, file.settings);
      const before = await chosenSettings();
      const after: SettingsRecord = { ...before, ...without(policy, file.settings) };
      const moved = await statusesAfter(effectiveSettings(before, policy), effectiveSettings(after, policy));
      return { set: { ...moved, [SETTINGS]: after } };
    });
    return committed === "newer" ? { ok: false, problem: "newerStore" } : { ok: true, kept };
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    report("Settings could not be imported", error);
    return { ok: false, problem: "notStored" };
  }
}

/** What the policy has set and the file would have set otherwise. */
function differing(policy: Policy, settings: Partial<Settings>): SettingName[] {
  return POLICY_NAMES.filter((name) => {
    const isLocked = policy[name] !== undefined && settings[name] !== undefined;
    return isLocked && settings[name] !== policy[name];
  });
}

function without(policy: Policy, settings: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !(name in policy)));
}
