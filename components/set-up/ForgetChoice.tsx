import { t } from "../../utils/copy/i18n.ts";

interface Props {
  forget: boolean;
  onChange: (forget: boolean) => void;
}

/** Whether the key outlives the browser session. */
export function ForgetChoice({ forget, onChange }: Props) {
  return (
    <label class="choice">
      <input type="checkbox" checked={forget} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{t("setUp.forget")}</span>
    </label>
  );
}
