import { useEffect, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { areNotificationsBlocked } from "../../utils/pages/notifications-blocked.ts";
import type { Stored } from "../../utils/pages/stored.ts";
import { Icon } from "../shared/Icon.tsx";
import { Section } from "./Section.tsx";
import { SettingSwitch } from "./SettingSwitch.tsx";

/** Whether the system tells what is new. */
export function NotificationsSection({ settings, policy }: Pick<Stored, "settings" | "policy">) {
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => {
    areNotificationsBlocked().then(setBlocked);
  }, []);
  return (
    <Section heading={t("options.notifications")}>
      <SettingSwitch
        label={t("options.showNotifications")}
        hint={t("options.showNotificationsHint")}
        isOn={settings.notifications}
        isLocked={policy.notifications !== undefined}
        change={(notifications) => ({ notifications })}
      />
      {isBlocked && settings.notifications && (
        <p class="caution">
          <Icon name="warning" />
          {t("options.notificationsBlocked")}
        </p>
      )}
    </Section>
  );
}
