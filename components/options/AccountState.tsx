import { t } from "../../utils/words.ts";
import { Icon, type IconName } from "../common/Icon.tsx";
import type { Headline, Mood } from "../popup/model/headline.ts";

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
