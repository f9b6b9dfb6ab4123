import { t } from "../../../utils/copy/i18n.ts";
import { destinationName } from "../../../utils/copy/names.ts";
import { restorable } from "../../../utils/copy/problems/restore.ts";
import type { AccountState } from "../../../utils/core/model/account-state.ts";
import type { Finding } from "../../../utils/core/model/finding.ts";
import { KINDS } from "../../../utils/core/model/kinds.ts";
import { connectionFix } from "./connection-fix.ts";
import { choicesOf } from "./destination-choices.ts";
import { type Fix, type FixButton, type FixContext, NO_FIX } from "./fix.ts";
import { selectFix } from "./select-fix.ts";

/** Of several that one card stands for: the first, since all are one calendar. */
export function fixOf(context: FixContext, { kind, subject }: Finding): Fix {
  switch (KINDS[kind].fix) {
    case "reconnect":
      return subject.type === "connection" ? connectionFix(context, subject) : NO_FIX;
    case "select":
      return selectFix(context, subject);
    case "restore":
      return changedFix(context);
    case "choose":
      return { ...NO_FIX, choices: choicesOf(context.state) };
    case null:
      return NO_FIX;
  }
}

function changedFix({ account, state, now }: FixContext): Fix {
  const accountId = account.id;
  const { kind } = restorable(state, now);
  const keep: FixButton = {
    label: t("action.keep"),
    title: t("action.keepHint"),
    message: { type: "keep-destination", accountId },
    done: t("action.kept"),
  };
  if (kind === "gone" || kind === "readOnly")
    return { ...NO_FIX, buttons: [keep], choices: choicesOf(state) };
  if (kind !== "now") return { ...NO_FIX, buttons: [keep] };
  const restore: FixButton = {
    label: t("action.restore"),
    message: { type: "restore-destination", accountId },
    done: t("action.restored", [rememberedName(state)]),
  };
  return { ...NO_FIX, buttons: [restore, keep], replacesLink: true };
}

function rememberedName(state: AccountState): string {
  const { remembered } = state.destination;
  return remembered === null ? t("list.unnamed") : destinationName(state, remembered);
}
