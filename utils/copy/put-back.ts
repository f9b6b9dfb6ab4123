import type { AutomaticAct } from "../core/model/automatic.ts";
import { t } from "./i18n.ts";

/** What was put back without asking, as one sentence without a full stop. */
export function putBackSentence({ what, name }: AutomaticAct): string {
  return t(`putBack.${what}`, [name ?? t("list.unnamed")]);
}
