import { t } from "../../utils/copy/i18n.ts";
import type { Headline, Mood } from "../shared/headline/headline-view.ts";
import { Icon, type IconName } from "../shared/Icon.tsx";

const ICONS: Record<Mood, IconName> = {
  ok: "check",
  error: "error",
  warning: "warning",
  notice: "notice",
  unknown: "off",
  waiting: "past",
};

/** How an account is doing, in the words of the popup. */
export function AccountState({ state: { mood, text } }: { state: Headline }) {
  return (
    <p class={`account-state state-${mood}`}>
      <Icon name={ICONS[mood]} />
      {text || t("headline.firstCheck")}
    </p>
  );
}
