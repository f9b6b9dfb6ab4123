import { t } from "../../copy/i18n.ts";
import { destinationName, plainName } from "../../copy/names.ts";
import { sizeOfPlan } from "../../core/mending/restore-plan.ts";
import type { MendingSteps } from "../../core/mending/steps-of.ts";
import type { Mending } from "../../core/model/mending.ts";
import type { ConnectionSubject } from "../../core/model/subject.ts";
import type { MessageOf } from "../../messaging/commands.ts";
import type { FixContext } from "../problems/fix.ts";
import { notPutBackSentences, planSentence, type ToPutBack } from "./plan-sentence.ts";
import { wereSetIn } from "./remembered.ts";
import type { StepState } from "./step-state.ts";

export interface RestoreStepView {
  state: StepState;
  /** What will be done; null where that can't be told yet, or is nothing. */
  plan: string | null;
  /** How far it is while everything is being put back, `of` null as long as that is being found out; null while it is not. */
  progress: { done: number; of: number | null } | null;
  /** What can't be put back, or could not, each with the reason. */
  notPutBack: string[];
  message: MessageOf<"restore-everything">;
  leave: MessageOf<"dismiss-mending">;
}

/** null where the steps end before it: what is mended where it is keeps what is checked. */
export function restoreStep(
  context: FixContext,
  connection: ConnectionSubject,
  mending: Mending,
  { restore, connect }: MendingSteps,
): RestoreStepView | null {
  const accountId = context.account.id;
  const { plan } = restore;
  const left = sizeOfPlan(plan);
  const isUnread = restore.state === "next" && left === 0 && plan.eventTypesUnread;
  const sentence = planSentence(
    restore.state === "later" ? expected(context, mending, connect) : toPutBack(context, mending, plan),
  );
  if (connect.how === "in-place" && connect.state !== "done" && sentence === null) return null;
  const failed = mending.notPutBack.length > 0 ? mending.notPutBack : plan.cannot;
  return {
    state: restore.state === "notNeeded" ? "done" : restore.state,
    plan: isUnread ? t("mending.restore.unread") : sentence,
    progress: mending.restoringSince === null ? null : (mending.progress ?? { done: 0, of: null }),
    notPutBack: notPutBackSentences(failed, mending.integration),
    message: { type: "restore-everything", accountId, connection },
    leave: { type: "dismiss-mending", accountId, connection },
  };
}

/** What there will be to put back: all that goes with the old connection, but for what Cal.com brings back by itself. */
function expected(
  context: FixContext,
  mending: Mending,
  { how, adding }: MendingSteps["connect"],
): ToPutBack {
  const all = wereSetIn(context, mending);
  const { selected } = mending;
  if (how !== "add-app") return { ...all, calendars: [] };
  return { ...all, calendars: adding === "main" ? selected.filter(({ primary }) => !primary) : selected };
}

function toPutBack(
  { state }: FixContext,
  { integration, destination: before }: Mending,
  { select, unselect, destination, eventTypes }: MendingSteps["restore"]["plan"],
): ToPutBack {
  return {
    integration,
    calendars: select.map((one) => ({ ...one, name: plainName(state, one) })),
    unselected: unselect.map((one) => ({ ...one, name: plainName(state, one) })),
    destination:
      destination && (before ? destinationName(state, before) : plainName(state, destination.calendar)),
    eventTypes,
  };
}
