import { useEffect, useState } from "preact/hooks";
import { plural, t } from "../../utils/copy/i18n.ts";
import type { Level } from "../../utils/core/model/level.ts";
import { areNotificationsBlocked } from "../../utils/pages/notifications-blocked.ts";
import { Icon } from "../common/Icon.tsx";
import { QuietHoursSetting } from "./QuietHours.tsx";
import { RowGroup } from "./Section.tsx";
import { SettingSelect, SettingSwitch } from "./setting-controls.tsx";
import { useSendTest } from "./use-send-test.tsx";
import type { EffectiveSettings } from "./use-setting.ts";

/** How often Cal.com is asked, about what, and what is put back then. */
export function CheckingGroup({ inForce }: { inForce: EffectiveSettings }) {
  return (
    <RowGroup heading={t("options.checking")}>
      <SettingSelect
        name="intervalMinutes"
        inForce={inForce}
        label={t("options.checkEvery")}
        hint={t("options.checkEveryHint")}
        wordOf={duration}
      />
      <SettingSwitch
        name="eventTypes"
        inForce={inForce}
        label={t("options.watchEventTypes")}
        hint={t("options.watchEventTypesHint")}
      />
      <SettingSwitch
        name="keepSetUp"
        inForce={inForce}
        label={t("options.keepSetUp")}
        hint={t("options.keepSetUpHint")}
      />
    </RowGroup>
  );
}

function duration(minutes: number): string {
  return minutes % 60 === 0 ? plural("options.hours", minutes / 60) : plural("options.minutes", minutes);
}

/** Light or dark, in both pages. */
export function AppearanceGroup({ inForce }: { inForce: EffectiveSettings }) {
  return (
    <RowGroup heading={t("options.look")}>
      <SettingSelect
        name="appearance"
        inForce={inForce}
        label={t("options.appearance")}
        hint={t("options.appearanceHint")}
        wordOf={(appearance) => t(`options.appearances.${appearance}`)}
      />
    </RowGroup>
  );
}

/** What the number in the toolbar stands for, and whether there is one. */
export function BadgeGroup({ inForce }: { inForce: EffectiveSettings }) {
  return (
    <RowGroup heading={t("options.badge")}>
      <SettingSwitch
        name="showBadge"
        inForce={inForce}
        label={t("options.showBadge")}
        hint={t("options.showBadgeHint")}
      />
      <SettingSelect
        name="countingLevel"
        inForce={inForce}
        label={t("options.badgeCounts")}
        wordOf={wordOf}
      />
    </RowGroup>
  );
}

function wordOf(level: Level): string {
  switch (level) {
    case "error":
      return t("options.countErrors");
    case "warning":
      return t("options.countWarnings");
    case "notice":
      return t("options.countNotices");
  }
}

/** Firefox knows no notifications that stay. */
const canKeepErrors = !import.meta.env.FIREFOX;

/** Whether the system tells what is new, when, and how. */
export function NotificationsGroup({ inForce }: { inForce: EffectiveSettings }) {
  const [isBlocked, setBlocked] = useState(false);
  const test = useSendTest(!inForce.settings.notifications);
  useEffect(() => {
    areNotificationsBlocked().then(setBlocked);
  }, []);
  return (
    <RowGroup heading={t("options.notifications")}>
      <SettingSwitch
        name="notifications"
        inForce={inForce}
        label={t("options.showNotifications")}
        hint={t("options.showNotificationsHint")}
        note={test.note}
      >
        {test.button}
      </SettingSwitch>
      {isBlocked && inForce.settings.notifications && (
        <p class="caution">
          <Icon name="warning" />
          {t("options.notificationsBlocked")}
        </p>
      )}
      <QuietHoursSetting inForce={inForce} />
      {canKeepErrors && (
        <SettingSwitch
          name="keepErrors"
          inForce={inForce}
          label={t("options.keepErrors")}
          hint={t("options.keepErrorsHint")}
        />
      )}
    </RowGroup>
  );
}
