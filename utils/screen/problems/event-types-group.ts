import { plural, t } from "../../copy/i18n.ts";
import { eventTypeName } from "../../copy/names.ts";
import { type Copy, linkTo } from "../../copy/problems/copy.ts";
import { planEventTypes } from "../../core/actions/plan-event-types.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { EventTypeSubject } from "../../core/model/subject.ts";
import { type Fix, type FixContext, NO_FIX } from "./fix.ts";

/** From how many of a kind on they are one card. */
export const TOGETHER = 2;
/** How many of them are named. */
export const NAMED = 5;

export function eventTypesOf(findings: readonly Finding[]): EventTypeSubject[] {
  return findings.flatMap(({ subject }) => (subject.type === "eventType" ? [subject] : []));
}

/** Where the first few of them are edited; empty where the account has no web app. */
export function eventTypeLinks(
  context: FixContext,
  findings: readonly Finding[],
): NonNullable<Copy["link"]>[] {
  return eventTypesOf(findings)
    .slice(0, NAMED)
    .flatMap((subject) => {
      const place = { page: "event-type", id: subject.id } as const;
      return linkTo(context, eventTypeName(context.state, subject), place) ?? [];
    });
}

/** Gives them their calendars again, as far as those can be written to now; what can't be put back is said then. */
export function eventTypesFix({ account, state }: FixContext, findings: readonly Finding[]): Fix {
  const eventTypes = eventTypesOf(findings).map(({ id }) => id);
  const { restorable } = planEventTypes(state, eventTypes);
  if (restorable.length === 0) return NO_FIX;
  const button = {
    label: t("action.restore"),
    message: { type: "restore-event-types", accountId: account.id, eventTypes } as const,
    done: plural("action.eventTypesRestored", restorable.length),
  };
  return { ...NO_FIX, buttons: [button] };
}
