import type { Policy, Settings } from "../model/records.ts";

/** The settings to go by: what an administrator has set goes before what the person chose. */
export function effectiveSettings(chosen: Settings, policy: Policy): Settings {
  const { intervalMinutes, notifications, showBadge, countingLevel, appearance } = chosen;
  return {
    intervalMinutes: policy.intervalMinutes ?? intervalMinutes,
    notifications: policy.notifications ?? notifications,
    showBadge,
    countingLevel: policy.countingLevel ?? countingLevel,
    appearance,
  };
}
