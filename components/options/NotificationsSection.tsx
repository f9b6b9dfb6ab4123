import { useEffect, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { areNotificationsBlocked } from "../../utils/pages/notifications-blocked.ts";
import { Icon } from "../shared/Icon.tsx";
import { Section } from "./Section.tsx";
import { SettingSwitch } from "./SettingSwitch.tsx";
import type { InForce } from "./use-setting.ts";

/** Whether the system tells what is new. */
export function NotificationsSection({ inForce }: { inForce: InForce }) {
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => {
    areNotificationsBlocked().then(setBlocked);
  }, []);
  return (
    <Section heading={t("options.notifications")}>
      <SettingSwitch
        name="notifications"
        inForce={inForce}
        label={t("options.showNotifications")}
        hint={t("options.showNotificationsHint")}
      />
      {isBlocked && inForce.settings.notifications && (
        <p class="caution">
          <Icon name="warning" />
          {t("options.notificationsBlocked")}
        </p>
      )}
    </Section>
  );
}
