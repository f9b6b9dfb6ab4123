import { t } from "../../utils/copy/i18n.ts";
import { Icon } from "./Icon.tsx";

/** Says of a control that an administrator has set it; the control is described by it. */
export function LockedNote({ id }: { id: string }) {
  return (
    <p id={id} class="locked small">
      <Icon name="lock" />
      {t("options.locked")}
    </p>
  );
}
