import { t } from "../../../utils/copy/i18n.ts";
import { Icon } from "../../common/Icon.tsx";

interface Props {
  busy?: boolean;
  /** Until Cal.com may be asked again; 0 when it is being asked. */
  waitSeconds?: number;
  onPress?: () => void;
}

/** "Check now", with its wait in it. */
export function CheckButton({ busy = false, waitSeconds = 0, onPress }: Props) {
  return (
    <button
      type="button"
      class="icon-button check-now"
      title={t("footer.checkNow")}
      aria-label={t(busy ? "footer.checking" : "footer.checkNow")}
      aria-busy={busy}
      aria-disabled={busy}
      onClick={onPress}
    >
      {waitSeconds > 0 ? (
        <span aria-hidden="true">{t("footer.seconds", [waitSeconds])}</span>
      ) : (
        <Icon name="again" />
      )}
    </button>
  );
}
